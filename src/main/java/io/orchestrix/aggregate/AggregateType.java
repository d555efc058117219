package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import java.util.List;
import java.util.Set;

/**
 * An aggregate class, checked: its category, constructor, events, command handlers and snapshots.
 * Immutable.
 */
public final class AggregateType<T extends AggregateRoot> {

  private final Class<T> type;
  private final String category;
  private final SnapshotPolicy snapshots;
  private final NewInstances<T> instances;
  private final List<AggregateHandler<T>> handlers;

  private AggregateType(Class<T> type, Aggregate annotation) {
    this.type = type;
    this.category = annotation.value();
    this.snapshots = SnapshotPolicies.of(type);
    this.instances = NewInstances.of(type);
    this.handlers = MethodDecision.handlers(type);
  }

  /**
   * Checks {@code type}, which is annotated with {@link Aggregate}.
   *
   * @throws InvalidAggregateException the first of its {@link #mistakes}
   */
  public static AggregateType<?> of(Class<?> type) {
    Aggregate annotation = type.getAnnotation(Aggregate.class);
    for (InvalidAggregateException mistake : mistakes(type)) {
      throw mistake;
    }
    return new AggregateType<>(type.asSubclass(AggregateRoot.class), annotation);
  }

  /** All that keeps {@code type} from being an aggregate; empty if nothing. */
  public static List<InvalidAggregateException> mistakes(Class<?> type) {
    return AggregateRules.mistakes(type);
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

  /** What handles commands on such aggregates, one for each class of commands. */
  public List<AggregateHandler<T>> handlers() {
    return handlers;
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
    T aggregate = instances.create();
    aggregate.identify(id);
    return aggregate;
  }
}
