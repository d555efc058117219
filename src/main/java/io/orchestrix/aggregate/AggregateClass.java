package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** What a sound class with {@link Aggregate} makes of its aggregates. Immutable. */
sealed interface AggregateClass<T extends AggregateRoot> permits RootClass, DeciderClass {

  /**
   * Looks what {@code type} is.
   *
   * @throws InvalidAggregateException if it is none
   */
  static AggregateClass<?> of(Class<?> type) {
    return Decider.class.isAssignableFrom(type)
        ? DeciderClass.of(type, DeciderTypes.of(type))
        : RootClass.of(type.asSubclass(AggregateRoot.class));
  }

  /** Of what a repository keeps such aggregates. */
  Type aggregateType();

  /** A new one without an id. */
  T create();

  /** The events that it names. */
  Set<Class<? extends Event>> eventTypes();

  /** Whether such events change it. */
  boolean sees(Class<? extends Event> eventType);

  List<AggregateHandler<T>> handlers();

  /** What its state is made of, and made by, besides its events. */
  List<Type> origins();
}
