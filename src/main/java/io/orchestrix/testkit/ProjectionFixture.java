package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import io.orchestrix.projection.ProjectionType;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tests one projection: given what happened, then its read model is so. It needs no container and
 * no test framework; what is not as expected is an {@link AssertionError} that shows the
 * difference.
 *
 * <pre>{@code
 * ProjectionFixture.of(new Balances())
 *     .given("account/ACC-1", new AccountOpened("Ada"), new MoneyDeposited(new BigDecimal("10.00")))
 *     .then(balances -> assertThat(balances.of("ACC-1")).isEqualTo("10.00"))
 *     .thenReplayEqualsLive(balances::all);
 * }</pre>
 *
 * <p>Every event is stored in memory, goes through JSON, and is handled at once, on the thread of
 * the test; its failure fails the test. What the projection does in a database is the affair of who
 * wraps the calls in transactions. Without a clock of the test it is 2026-01-01T00:00:00Z. Used by
 * one thread.
 */
public final class ProjectionFixture<P> {

  private final P projection;
  private final Playing playing;

  private ProjectionFixture(P projection) {
    this.projection = projection;
    this.playing = new Playing(projection, ProjectionType.of(projection.getClass()));
  }

  /**
   * For a projection that has handled nothing yet.
   *
   * @param projection of a class that is annotated with {@link io.orchestrix.projection.Projection}
   * @throws io.orchestrix.projection.InvalidProjectionException if it cannot be one
   */
  public static <P> ProjectionFixture<P> of(P projection) {
    return new ProjectionFixture<>(projection);
  }

  /**
   * The value of the further parameters of its methods that have this type. A {@link Clock} also
   * tells the time of events.
   */
  public <V> ProjectionFixture<P> with(Class<V> type, V value) {
    playing.history().with(type, value);
    return this;
  }

  /** What brings stored events up to date. */
  public ProjectionFixture<P> withUpcasters(Upcaster... upcasters) {
    playing.history().withUpcasters(List.of(upcasters));
    return this;
  }

  /** Events that are known besides those that its methods take, and those that are given. */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final ProjectionFixture<P> withEvents(Class<? extends Event>... events) {
    List.of(events).forEach(playing.history()::know);
    return this;
  }

  /**
   * These events are appended to a stream, and handled in one batch.
   *
   * @param stream such as {@code account/ACC-1}; {@code ACC-1} alone stands for {@code
   *     stream/ACC-1}
   * @throws AssertionError if the projection fails
   */
  public ProjectionFixture<P> given(String stream, Event... events) {
    Stream.of(events).map(Event::getClass).forEach(playing.history()::know);
    playing.live(() -> playing.history().append(stream, List.of(events)));
    return this;
  }

  /** This event stands in the store as an older version has written it, and is handled. */
  public ProjectionFixture<P> givenStored(String stream, String type, int revision, String json) {
    StoredPayload payload = new StoredPayload(type, revision, json);
    playing.live(() -> playing.history().append(stream, payload));
    return this;
  }

  /**
   * It is reset by its method with {@link io.orchestrix.projection.OnReset}, and all events are
   * handled again, as replays.
   */
  public ProjectionFixture<P> replayed() {
    playing.replay(Batching.ALL_AT_ONCE);
    return this;
  }

  /** {@code assertions} hold of the projection. */
  public ProjectionFixture<P> then(Consumer<? super P> assertions) {
    assertions.accept(projection);
    return this;
  }

  /**
   * What {@code readModel} gives after the events were handled live, it gives also when the
   * projection is reset and they are replayed: all at once, one by one, and, if it has several
   * segments, one sequence after the other. The projection stays replayed.
   *
   * @param readModel all that the projection has written; collections are copied, values are
   *     compared by {@code equals}
   */
  public ProjectionFixture<P> thenReplayEqualsLive(Supplier<?> readModel) {
    new ReplayCheck(playing, readModel).run();
    return this;
  }

  /**
   * The projection fails with such an exception when this event follows. It is as if it had not.
   */
  public ProjectionFixture<P> thenFails(
      String stream, Event event, Class<? extends Throwable> type) {
    playing.history().know(event.getClass());
    playing.requireFailure(() -> playing.history().append(stream, List.of(event)), event, type);
    return this;
  }
}
