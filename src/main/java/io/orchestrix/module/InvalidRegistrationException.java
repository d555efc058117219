package io.orchestrix.module;

import io.orchestrix.OrchestrixException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;

/** What a module registers cannot be used. */
public final class InvalidRegistrationException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidRegistrationException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  static InvalidRegistrationException noHandlers(Class<?> type) {
    return new InvalidRegistrationException(
        "ORX-8001",
        "%s was registered for its handlers, but none of its methods has a parameter with @HandlesCommand, @HandlesQuery or @HandlesDeadline. Annotate one."
            .formatted(type.getName()));
  }

  static InvalidRegistrationException handlesEvents(Class<?> type) {
    return new InvalidRegistrationException(
        "ORX-8022",
        "%s was registered for its handlers of commands or queries, but its methods take events, with @HandlesEvent. Register it by ModuleRegistration.projection."
            .formatted(type.getName()));
  }

  static InvalidRegistrationException badHandler(Method method) {
    return new InvalidRegistrationException(
        "ORX-8002",
        "%s.%s cannot handle messages. Let it be an instance method with @HandlesCommand, @HandlesQuery or @HandlesDeadline on one parameter, of a class that implements Command or Query or of a record, that answers with the result and not with a future."
            .formatted(method.getDeclaringClass().getName(), method.getName()));
  }

  static InvalidRegistrationException twoHandlers(Class<?> message, String first, String second) {
    return new InvalidRegistrationException(
        "ORX-8003",
        "%s and %s both handle %s. A command, a query or a deadline has exactly one handler: register one of them."
            .formatted(first, second, message.getName()));
  }

  static InvalidRegistrationException sameDeadline(Class<?> first, Class<?> second) {
    return new InvalidRegistrationException(
        "ORX-3631",
        "The payloads of deadlines %s and %s have the same simple name, by which deadlines are kept. Rename one of them."
            .formatted(first.getName(), second.getName()));
  }

  static InvalidRegistrationException sameCategory(
      String category, Class<?> first, Class<?> second) {
    return new InvalidRegistrationException(
        "ORX-8006",
        "%s and %s are both the aggregate '%s'. Give each @Aggregate a name of its own."
            .formatted(first.getName(), second.getName(), category));
  }

  /** An aggregate that no module has registered. */
  public static InvalidRegistrationException noAggregate(Class<?> type) {
    return new InvalidRegistrationException(
        "ORX-8005",
        "There is no repository of %s, as no module has registered it. Register it by ModuleRegistration.aggregate."
            .formatted(type.getName()));
  }

  /** A parameter of a handler that nobody has provided a value for. */
  public static InvalidRegistrationException noValue(Parameter parameter) {
    return new InvalidRegistrationException(
        "ORX-8004",
        "The parameter %s of %s has no value. Provide one of the type %s when the application is built."
            .formatted(
                parameter.getName(),
                parameter.getDeclaringExecutable(),
                parameter.getType().getName()));
  }
}
