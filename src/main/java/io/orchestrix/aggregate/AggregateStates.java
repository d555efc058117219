package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows the states of aggregates of every class, as they are and as they were. Thread-safe.
 *
 * <p>Each is rebuilt from its first event on, so it takes as long as the stream is.
 */
public final class AggregateStates {

  private final Map<String, TimeTravel<?>> byCategory;

  /**
   * @param states writes the states
   */
  public AggregateStates(
      Collection<AggregateType<?>> types, AggregateServices services, StateCodec states) {
    AggregateServices writing = services.writing(states);
    this.byCategory =
        types.stream()
            .collect(
                Collectors.toMap(AggregateType::category, type -> new TimeTravel<>(type, writing)));
  }

  /** Whether there are aggregates of a category. */
  public boolean has(String category) {
    return byCategory.containsKey(category);
  }

  /**
   * The newest state.
   *
   * @throws AggregateNotFoundException if there is none of that name
   */
  public AggregateState newest(StreamId aggregate) {
    return of(aggregate, past -> past.newestState(aggregate.key()));
  }

  /**
   * The state in a version, from 1.
   *
   * @throws AggregateNotFoundException if there is none of that name
   * @throws NoSuchVersionException if it was never in that version
   */
  public AggregateState at(StreamId aggregate, long version) {
    return of(aggregate, past -> past.stateAt(aggregate.key(), version));
  }

  /**
   * The state after all that had occurred by then.
   *
   * @throws AggregateNotFoundException if there is none of that name
   * @throws NoSuchVersionException if it did not exist yet
   */
  public AggregateState asOf(StreamId aggregate, Instant instant) {
    return of(aggregate, past -> past.stateAsOf(aggregate.key(), instant));
  }

  private AggregateState of(StreamId aggregate, Function<TimeTravel<?>, AggregateState> question) {
    TimeTravel<?> past = byCategory.get(aggregate.category());
    if (past == null) {
      throw new AggregateNotFoundException(aggregate);
    }
    return question.apply(past);
  }
}
