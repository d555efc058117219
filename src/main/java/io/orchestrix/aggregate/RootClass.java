package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** A class that extends {@link AggregateRoot}. */
record RootClass<T extends AggregateRoot>(
    Class<T> type, NewInstances<T> instances, List<AggregateHandler<T>> handlers)
    implements AggregateClass<T> {

  static <T extends AggregateRoot> RootClass<T> of(Class<T> type) {
    return new RootClass<>(type, NewInstances.of(type), MethodDecision.handlers(type));
  }

  @Override
  public Type aggregateType() {
    return type;
  }

  @Override
  public T create() {
    return instances.create();
  }

  @Override
  public Set<Class<? extends Event>> eventTypes() {
    return WhenMethods.of(type).eventTypes();
  }

  @Override
  public boolean sees(Class<? extends Event> eventType) {
    return !WhenMethods.of(type).nearest(eventType).isEmpty();
  }

  @Override
  public List<Type> origins() {
    return List.of(type);
  }
}
