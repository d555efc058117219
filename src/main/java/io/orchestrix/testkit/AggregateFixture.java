package io.orchestrix.testkit;

import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tests one aggregate: given what happened, when it decides, then these events. It needs no
 * container, no database and no test framework; what is not as expected is an {@link
 * AssertionError} that shows the difference.
 *
 * <pre>{@code
 * AggregateFixture.of(Account.class)
 *     .given(new AccountOpened("Ada"))
 *     .when(new DepositMoney("ACC-1", new BigDecimal("10.00")))
 *     .thenEvents(new MoneyDeposited(new BigDecimal("10.00")));
 * }</pre>
 *
 * <p>The aggregate is rebuilt and stored by the classes of the library, and every event goes
 * through JSON, so one that could not be stored is found. Constraints of Bean Validation are not
 * checked. Without a clock of the test it is 2026-01-01T00:00:00Z. Used by one thread.
 */
public final class AggregateFixture<T extends AggregateRoot> {

  private final Bench<T> bench;

  private AggregateFixture(Bench<T> bench) {
    this.bench = bench;
  }

  /**
   * For an aggregate of that class, of which nothing has happened yet.
   *
   * @throws io.orchestrix.aggregate.InvalidAggregateException if it cannot be an aggregate
   */
  @SuppressWarnings("unchecked") // it is the type of that class
  public static <T extends AggregateRoot> AggregateFixture<T> of(Class<T> type) {
    return new AggregateFixture<>(new Bench<>((AggregateType<T>) AggregateType.of(type)));
  }

  /** Its id. Otherwise the first command tells it; without one it is {@code 1}. */
  public AggregateFixture<T> withId(String id) {
    bench.prepare(options -> options.id = id);
    return this;
  }

  /**
   * The value of the further parameters of handlers that have this type. A {@link java.time.Clock}
   * also tells the time of events.
   */
  public <V> AggregateFixture<T> with(Class<V> type, V value) {
    bench.prepare(options -> options.put(type, value));
    return this;
  }

  /** What brings stored events up to date. */
  public AggregateFixture<T> withUpcasters(Upcaster... upcasters) {
    bench.prepare(options -> options.upcasters.addAll(List.of(upcasters)));
    return this;
  }

  /**
   * Events that can be stored besides those that a {@code when} method takes, as {@code @EventType}
   * makes them known in an application.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final AggregateFixture<T> withEvents(Class<? extends Event>... events) {
    List<Class<? extends Event>> more = List.of(events);
    bench.prepare(options -> options.events.addAll(more));
    return this;
  }

  /** These events have happened, after all that was given before. */
  public AggregateFixture<T> given(Event... events) {
    bench.given(List.of(events));
    return this;
  }

  /** This event has happened, and stands in the store as an older version has written it. */
  public AggregateFixture<T> givenStored(String type, int revision, String json) {
    bench.givenStored(new StoredPayload(type, revision, json));
    return this;
  }

  /** These commands were handled; none of them fails. */
  public AggregateFixture<T> givenCommands(Command... commands) {
    Stream.of(commands).forEach(bench::givenCommand);
    return this;
  }

  /** It handles a command by one of its methods with {@code @HandlesCommand}. */
  public AggregateOutcome<T> when(Command command) {
    return new AggregateOutcome<>(this, bench.when(command));
  }

  /** It decides, be it a new one. */
  public AggregateOutcome<T> when(Consumer<? super T> decision) {
    return new AggregateOutcome<>(this, bench.when(decision));
  }
}
