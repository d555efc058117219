package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Set;

/** An aggregate class, checked: its category, constructor, events and snapshots. Immutable. */
public final class AggregateType<T extends AggregateRoot> {

  private final Class<T> type;
  private final String category;
  private final MethodHandle constructor;
  private final SnapshotPolicy snapshots;

  private AggregateType(
      Class<T> type, String category, MethodHandle constructor, SnapshotPolicy snapshots) {
    this.type = type;
    this.category = category;
    this.constructor = constructor;
    this.snapshots = snapshots;
  }

  /**
   * Checks {@code type}, which is annotated with {@link Aggregate}.
   *
   * @throws InvalidAggregateException if it cannot be an aggregate
   */
  public static AggregateType<?> of(Class<?> type) {
    if (!AggregateRoot.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      throw InvalidAggregateException.notAnAggregateRoot(type);
    }
    return checked(type.asSubclass(AggregateRoot.class));
  }

  private static <T extends AggregateRoot> AggregateType<T> checked(Class<T> type) {
    Aggregate annotation = type.getAnnotation(Aggregate.class);
    String category = annotation == null ? "" : annotation.value();
    try {
      new StreamId(category, "any");
    } catch (RuntimeException e) {
      throw InvalidAggregateException.badCategory(type, category, e);
    }
    WhenRules.check(type);
    SnapshotPolicy snapshots = SnapshotPolicies.of(type);
    try {
      MethodHandle constructor =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .findConstructor(type, MethodType.methodType(void.class))
              .asType(MethodType.methodType(AggregateRoot.class));
      return new AggregateType<>(type, category, constructor, snapshots);
    } catch (ReflectiveOperationException e) {
      throw InvalidAggregateException.noConstructor(type, e);
    }
  }

  /** The class. */
  public Class<T> type() {
    return type;
  }

  /** The category of its streams. */
  public String category() {
    return category;
  }

  /** The events that its {@code when} methods name. */
  public Set<Class<? extends Event>> eventTypes() {
    return WhenMethods.of(type).eventTypes();
  }

  /** Whether a {@code when} method takes such events. */
  boolean sees(Class<? extends Event> eventType) {
    return !WhenMethods.of(type).nearest(eventType).isEmpty();
  }

  /** When its state is kept, as {@link Snapshots} says. */
  public SnapshotPolicy snapshots() {
    return snapshots;
  }

  StreamId stream(String id) {
    return new StreamId(category, id);
  }

  /** A new instance without history. */
  T create(String id) {
    T aggregate = create();
    aggregate.identify(id);
    return aggregate;
  }

  private T create() {
    try {
      return type.cast((AggregateRoot) constructor.invokeExact());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type + " threw a checked exception when it was made.", e);
    }
  }
}
