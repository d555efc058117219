package io.orchestrix.aggregate;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.ParameterValues;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets an aggregate decide by one of its methods. */
final class MethodDecision<T extends AggregateRoot> implements Decision<T> {

  private final MethodHandle handle;
  private final List<Parameter> parameters;
  private final boolean isInjected;

  private MethodDecision(MethodHandle handle, Method method) {
    this.handle = handle;
    this.parameters = List.of(method.getParameters());
    this.isInjected = !HandlerMethods.injected(method).isEmpty();
  }

  /** All handlers of a sound class. */
  static <T extends AggregateRoot> List<AggregateHandler<T>> handlers(Class<T> aggregate) {
    return HandlerMethods.of(aggregate).stream()
        .map(method -> MethodDecision.<T>handler(aggregate, method))
        .toList();
  }

  private static <T extends AggregateRoot> AggregateHandler<T> handler(
      Class<T> aggregate, Method method) {
    String description = HandlerMethods.describe(aggregate, method);
    Creates creates = method.getAnnotation(Creates.class);
    return new AggregateHandler<>(
        description,
        method.getGenericReturnType(),
        HandlerMethods.injected(method),
        creates == null ? Creation.NEVER : creates.value(),
        CommandTarget.of(description, HandlerMethods.commandType(method)),
        new MethodDecision<>(handle(method), method));
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
          .unreflect(method)
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, AggregateRoot.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot reach " + method, e);
    }
  }

  @Override
  public @Nullable Object decide(T aggregate, CommandMessage message, ParameterValues values)
      throws Exception {
    if (!isInjected) {
      return invoke(aggregate, parameters.stream().map(p -> delivered(p, message)));
    }
    try (ParameterValues.Call call = values.open()) {
      return invoke(
          aggregate,
          parameters.stream()
              .map(
                  parameter -> {
                    Object delivered = delivered(parameter, message);
                    return delivered == null ? call.get(parameter) : delivered;
                  }));
    }
  }

  /** What the message brings; {@code null} if the parameter is injected. */
  private static @Nullable Object delivered(Parameter parameter, CommandMessage message) {
    if (parameter.isAnnotationPresent(HandlesCommand.class)) {
      return message.payload();
    }
    if (parameter.getType() == CommandMessage.class) {
      return message;
    }
    return parameter.getType() == Metadata.class ? message.metadata() : null;
  }

  private @Nullable Object invoke(T aggregate, Stream<@Nullable Object> arguments)
      throws Exception {
    try {
      return (Object) handle.invokeExact((AggregateRoot) aggregate, arguments.toArray());
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("A handler threw a throwable of its own kind.", e);
    }
  }
}
