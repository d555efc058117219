package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.subscription.HandlesEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of a projection that takes events, or takes back what it has written. Immutable. */
final class ProjectionMethod {

  private enum Source {
    EVENT,
    RECORDED,
    METADATA,
    POSITION,
    READ_MODEL,
    INJECTED
  }

  private final Method method;
  private final List<Source> sources;
  private final boolean isNotOnReplay;

  ProjectionMethod(Method method) {
    this.method = method;
    this.sources = Stream.of(method.getParameters()).map(ProjectionMethod::source).toList();
    this.isNotOnReplay = method.isAnnotationPresent(NotOnReplay.class);
    method.setAccessible(true);
  }

  private static Source source(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (parameter.isAnnotationPresent(HandlesEvent.class)) {
      return Source.EVENT;
    }
    if (type == RecordedEvent.class) {
      return Source.RECORDED;
    }
    if (type == Metadata.class) {
      return Source.METADATA;
    }
    if (type == GlobalPosition.class) {
      return Source.POSITION;
    }
    return type == ReadModel.class ? Source.READ_MODEL : Source.INJECTED;
  }

  /** The class of the events that it takes; empty if it takes none. */
  Optional<Class<?>> eventType() {
    return Stream.of(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(HandlesEvent.class))
        .<Class<?>>map(Parameter::getType)
        .findFirst();
  }

  boolean takesReadModel() {
    return sources.contains(Source.READ_MODEL);
  }

  boolean takesPosition() {
    return sources.contains(Source.POSITION);
  }

  boolean isNotOnReplay() {
    return isNotOnReplay;
  }

  Method method() {
    return method;
  }

  /** The parameters that neither the event nor the read model brings. */
  List<Parameter> injected() {
    return Stream.of(method.getParameters())
        .filter(parameter -> source(parameter) == Source.INJECTED)
        .toList();
  }

  /** {@code com.acme.Balances.opened(AccountOpened)}, for people. */
  String describe() {
    return "%s.%s(%s)"
        .formatted(
            method.getDeclaringClass().getName(),
            method.getName(),
            Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }

  /** The values that stay the same for a batch. */
  @Nullable Object[] arguments(ParameterValues.Call values, ReadModel readModel) {
    @Nullable Object[] arguments = new Object[sources.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          switch (sources.get(i)) {
            case READ_MODEL -> readModel;
            case INJECTED -> values.get(method.getParameters()[i]);
            case EVENT, RECORDED, METADATA, POSITION -> null;
          };
    }
    return arguments;
  }

  /** Calls it for an event. */
  void call(Object target, @Nullable Object[] arguments, Event event, RecordedEvent recorded)
      throws Exception {
    for (int i = 0; i < arguments.length; i++) {
      switch (sources.get(i)) {
        case EVENT -> arguments[i] = event;
        case RECORDED -> arguments[i] = recorded;
        case METADATA -> arguments[i] = recorded.metadata();
        case POSITION -> arguments[i] = recorded.position();
        case READ_MODEL, INJECTED -> {}
      }
    }
    invoke(target, arguments);
  }

  /** Calls it to take back what was written behind a position. */
  void call(Object target, @Nullable Object[] arguments, GlobalPosition after) throws Exception {
    for (int i = 0; i < arguments.length; i++) {
      if (sources.get(i) == Source.POSITION) {
        arguments[i] = after;
      }
    }
    invoke(target, arguments);
  }

  private void invoke(Object target, @Nullable Object[] arguments) throws Exception {
    try {
      method.invoke(target, arguments);
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
