package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.subscription.HandlesEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of a saga that the framework calls. Immutable. */
record SagaMethod(Method method, Class<?> stateType) {

  SagaMethod {
    method.setAccessible(true);
  }

  String name() {
    return method.getName();
  }

  /** The parameters with {@code @HandlesEvent}. */
  static List<Parameter> events(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(HandlesEvent.class))
        .toList();
  }

  /** The class of the events that it takes. */
  Class<? extends Event> eventType() {
    return events(method).get(0).getType().asSubclass(Event.class);
  }

  boolean isReachable() {
    return !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
  }

  boolean answersLater() {
    Class<?> answer = method.getReturnType();
    return CompletionStage.class.isAssignableFrom(answer) || Future.class.isAssignableFrom(answer);
  }

  /**
   * Whether what it is declared to return can be sent, be the state, or be the result of a step.
   */
  boolean returnsWhatIsOfUse() {
    return method.isAnnotationPresent(Step.class)
        || Returned.isOfUse(method.getGenericReturnType(), stateType);
  }

  /** The parameters that the instance does not bring. */
  Stream<Parameter> injected() {
    return Stream.of(method.getParameters())
        .filter(
            parameter ->
                !parameter.isAnnotationPresent(HandlesEvent.class)
                    && parameter.getType() != SagaContext.class
                    && parameter.getType() != stateType);
  }

  /** {@code com.acme.MoneyTransfer.debit}, for people. */
  String describe() {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  @Nullable Object call(
      SagaTarget target, @Nullable Object state, @Nullable Event event, SagaContext saga)
      throws Exception {
    return target.with(
        (object, values) -> {
          Parameter[] parameters = method.getParameters();
          @Nullable Object[] arguments = new Object[parameters.length];
          for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters[i];
            if (parameter.isAnnotationPresent(HandlesEvent.class)) {
              arguments[i] = event;
            } else if (parameter.getType() == SagaContext.class) {
              arguments[i] = saga;
            } else if (parameter.getType() == stateType) {
              arguments[i] = state;
            } else {
              arguments[i] = values.get(parameter);
            }
          }
          return invoke(object, arguments);
        });
  }

  private @Nullable Object invoke(Object object, @Nullable Object[] arguments) throws Exception {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
