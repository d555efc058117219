package io.orchestrix.module;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.Route;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryHandlerRules;
import io.orchestrix.query.QueryRoute;
import io.orchestrix.subscription.HandlesEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of an object that handles commands, queries or deadlines, where no container calls it.
 *
 * @param parameter the one that takes them
 */
record ObjectHandler(Object owner, Method method, Parameter parameter) {

  /**
   * All of an object.
   *
   * @throws InvalidRegistrationException if there is none, or one that cannot be called
   */
  static List<ObjectHandler> of(Object owner) {
    List<ObjectHandler> found = new ArrayList<>();
    Set<String> overriding = new HashSet<>();
    for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredMethods())
          .filter(method -> !method.isBridge() && overriding.add(signature(method)))
          .filter(method -> Stream.of(method.getParameters()).anyMatch(ObjectHandler::isMessage))
          .map(method -> found(owner, method))
          .forEach(found::add);
    }
    if (found.isEmpty() && handlesEvents(owner.getClass())) {
      throw InvalidRegistrationException.handlesEvents(owner.getClass());
    }
    if (found.isEmpty()) {
      throw InvalidRegistrationException.noHandlers(owner.getClass());
    }
    return found;
  }

  private static boolean handlesEvents(Class<?> owner) {
    for (Class<?> type = owner; type != Object.class; type = type.getSuperclass()) {
      if (Stream.of(type.getDeclaredMethods())
          .flatMap(method -> Stream.of(method.getParameters()))
          .anyMatch(parameter -> parameter.isAnnotationPresent(HandlesEvent.class))) {
        return true;
      }
    }
    return false;
  }

  private static String signature(Method method) {
    return method.getName() + List.of(method.getParameterTypes());
  }

  private static boolean isMessage(Parameter parameter) {
    return parameter.isAnnotationPresent(HandlesCommand.class)
        || parameter.isAnnotationPresent(HandlesQuery.class)
        || parameter.isAnnotationPresent(HandlesDeadline.class);
  }

  private static ObjectHandler found(Object owner, Method method) {
    List<Parameter> messages =
        Stream.of(method.getParameters()).filter(ObjectHandler::isMessage).toList();
    Parameter message = messages.get(0);
    if (messages.size() > 1
        || !kind(message).isAssignableFrom(message.getType())
        || Modifier.isAbstract(message.getType().getModifiers())
        || Modifier.isStatic(method.getModifiers())
        || CompletionStage.class.isAssignableFrom(method.getReturnType())
        || Future.class.isAssignableFrom(method.getReturnType())) {
      throw InvalidRegistrationException.badHandler(method);
    }
    method.setAccessible(true);
    return new ObjectHandler(owner, method, message);
  }

  /** What all messages are that such a parameter takes. */
  private static Class<?> kind(Parameter message) {
    if (message.isAnnotationPresent(HandlesDeadline.class)) {
      return Record.class;
    }
    return message.isAnnotationPresent(HandlesQuery.class) ? Query.class : Command.class;
  }

  /** Whether it handles deadlines. */
  boolean takesDeadlines() {
    return parameter.isAnnotationPresent(HandlesDeadline.class);
  }

  /** The class of the commands or queries, or of the payloads of deadlines. */
  Class<?> message() {
    return parameter.getType();
  }

  /** Where its commands go. */
  Route route(ModuleServices services) {
    return new Route(
        message ->
            call(
                services,
                each -> {
                  if (each.equals(parameter)) {
                    return message.payload();
                  }
                  if (each.getType() == CommandMessage.class) {
                    return message;
                  }
                  return each.getType() == Metadata.class ? message.metadata() : null;
                }),
        answer(),
        describe());
  }

  /**
   * Where its queries go.
   *
   * @throws io.orchestrix.query.InvalidQueryHandlerException if it cannot answer them
   */
  QueryRoute queryRoute(ModuleServices services) {
    Set<String> reads = Set.copyOf(List.of(parameter.getAnnotation(HandlesQuery.class).reads()));
    QueryHandlerRules.require(message(), answer(), reads, describe());
    return new QueryRoute(
        query -> call(services, each -> each.equals(parameter) ? query : null),
        answer(),
        reads,
        describe());
  }

  /** Where its deadlines go. */
  DeadlineRoute deadlineRoute(ModuleServices services) {
    return new DeadlineRoute(
        due ->
            call(
                services,
                each -> {
                  if (each.equals(parameter)) {
                    return due.payload();
                  }
                  return each.getType() == Deadline.class ? due.deadline() : null;
                }),
        describe());
  }

  private Type answer() {
    return method.getGenericReturnType();
  }

  private String describe() {
    return "%s.%s(%s)"
        .formatted(owner.getClass().getName(), method.getName(), message().getSimpleName());
  }

  /**
   * @param brought the values that come with the message; {@code null} for others
   */
  private @Nullable Object call(
      ModuleServices services, Function<Parameter, @Nullable Object> brought) throws Exception {
    try (ParameterValues.Call values = services.values().open()) {
      Object[] arguments =
          Stream.of(method.getParameters())
              .map(
                  each -> {
                    Object value = brought.apply(each);
                    return value == null ? values.get(each) : value;
                  })
              .toArray();
      return method.invoke(owner, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }
}
