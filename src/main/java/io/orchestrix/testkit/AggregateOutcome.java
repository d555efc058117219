package io.orchestrix.testkit;

import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@code when} of an {@link AggregateFixture}. Every {@code then} throws an {@link
 * AssertionError} that shows what was expected and what is; so does, unless {@link #thenFails} has
 * asked for it, a failure. Used by one thread.
 */
public final class AggregateOutcome<T extends AggregateRoot> {

  private final AggregateFixture<T> fixture;
  private final Happening<T> happening;

  AggregateOutcome(AggregateFixture<T> fixture, Happening<T> happening) {
    this.fixture = fixture;
    this.happening = happening;
  }

  /** It applied exactly these events, in this order, as they are read from the store. */
  public AggregateOutcome<T> thenEvents(Event... expected) {
    happening.requireEvents(List.of(expected));
    return this;
  }

  /** It applied no event. */
  public AggregateOutcome<T> thenNoEvents() {
    return thenEvents();
  }

  /** The handler returned what equals {@code expected}. */
  public AggregateOutcome<T> thenAnswer(@Nullable Object expected) {
    happening.requireAnswer(expected);
    return this;
  }

  /** It failed with such an exception. */
  public AggregateOutcome<T> thenFails(Class<? extends Throwable> type) {
    return thenFails(type, failure -> {});
  }

  /** It failed with such an exception, which {@code further} looks at. */
  public <X extends Throwable> AggregateOutcome<T> thenFails(
      Class<X> type, Consumer<? super X> further) {
    happening.requireFailure(type, further);
    return this;
  }

  /** {@code assertions} hold of the aggregate as its stored events make it. */
  public AggregateOutcome<T> thenState(Consumer<? super T> assertions) {
    happening.requireSuccess("so its state was not looked at");
    assertions.accept(happening.aggregate());
    return this;
  }

  /** After all that has happened, it handles another command. */
  public AggregateOutcome<T> when(Command command) {
    return fixture.when(command);
  }

  /** After all that has happened, it decides again. */
  public AggregateOutcome<T> when(Consumer<? super T> decision) {
    return fixture.when(decision);
  }
}
