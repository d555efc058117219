package io.orchestrix.testkit;

import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests a {@link Decider} as {@link AggregateFixture} tests other aggregates.
 *
 * <pre>{@code
 * DeciderFixture.of(Light.class)
 *     .given(new Fitted(2))
 *     .when(new SwitchOn("hall"))
 *     .thenEvents(new SwitchedOn())
 *     .thenState(new Working(true, 1));
 * }</pre>
 *
 * <p>Used by one thread.
 */
public final class DeciderFixture<C extends Command, S, E extends Event> {

  private final Bench<Decided<C, S, E>> bench;

  private DeciderFixture(Bench<Decided<C, S, E>> bench) {
    this.bench = bench;
  }

  /**
   * For an aggregate of that decider, of which nothing has happened yet.
   *
   * @throws io.orchestrix.aggregate.InvalidAggregateException if it cannot be a decider
   */
  @SuppressWarnings("unchecked") // it is the type of that class
  public static <C extends Command, S, E extends Event> DeciderFixture<C, S, E> of(
      Class<? extends Decider<C, S, E>> decider) {
    return new DeciderFixture<>(
        new Bench<>((AggregateType<Decided<C, S, E>>) AggregateType.of(decider)));
  }

  /** What brings stored events up to date. */
  public DeciderFixture<C, S, E> withUpcasters(Upcaster... upcasters) {
    bench.prepare(options -> options.upcasters.addAll(List.of(upcasters)));
    return this;
  }

  /** These events have happened, after all that was given before. */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final DeciderFixture<C, S, E> given(E... events) {
    bench.given(List.of(events));
    return this;
  }

  /** This event has happened, and stands in the store as an older version has written it. */
  public DeciderFixture<C, S, E> givenStored(String type, int revision, String json) {
    bench.givenStored(new StoredPayload(type, revision, json));
    return this;
  }

  /** These commands were handled; none of them fails. */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final DeciderFixture<C, S, E> givenCommands(C... commands) {
    Stream.of(commands).forEach(bench::givenCommand);
    return this;
  }

  /** It decides on a command. */
  public DeciderOutcome<C, S, E> when(C command) {
    return new DeciderOutcome<>(this, bench.when(command));
  }
}
