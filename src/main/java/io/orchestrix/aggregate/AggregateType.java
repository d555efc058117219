package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/**
 * An aggregate class or a {@link Decider}, checked: its category, constructor, events, command
 * handlers and snapshots. Immutable.
 *
 * @param <T> what its repository keeps: the class itself, or {@link Decided} of a decider
 */
public final class AggregateType<T extends AggregateRoot> {

  private final Class<?> type;
  private final String category;
  private final SnapshotPolicy snapshots;
  private final AggregateClass<T> aggregates;

  private AggregateType(Class<?> type, Aggregate annotation, AggregateClass<T> aggregates) {
    this.type = type;
    this.category = annotation.value();
    this.snapshots = SnapshotPolicies.of(type);
    this.aggregates = aggregates;
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
    return new AggregateType<>(type, annotation, AggregateClass.of(type));
  }

  /** All that keeps {@code type} from being an aggregate; empty if nothing. */
  public static List<InvalidAggregateException> mistakes(Class<?> type) {
    return AggregateRules.mistakes(type);
  }

  /** The class with the annotation: that of the aggregates, or their {@link Decider}. */
  public Class<?> type() {
    return type;
  }

  /**
   * Of what its repository keeps them: the class, or {@code Decided<C, S, E>} of a decider. Equal
   * to what reflection gives of a field of that type.
   */
  public Type aggregateType() {
    return aggregates.aggregateType();
  }

  /** The category of its streams. */
  public String category() {
    return category;
  }

  /** The events that its {@code when} methods name, or that its decider evolves by. */
  public Set<Class<? extends Event>> eventTypes() {
    return aggregates.eventTypes();
  }

  /** Whether such events change its state. */
  boolean sees(Class<? extends Event> eventType) {
    return aggregates.sees(eventType);
  }

  /** What its state is made of, and made by, besides its events. */
  List<Type> origins() {
    return aggregates.origins();
  }

  /** What handles commands on such aggregates, one for each class of commands. */
  public List<AggregateHandler<T>> handlers() {
    return aggregates.handlers();
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
    T aggregate = aggregates.create();
    aggregate.identify(id);
    return aggregate;
  }
}
