package io.orchestrix.testkit;

import io.orchestrix.aggregate.Decided;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.List;
import java.util.function.Consumer;

/**
 * What came of a {@code when} of a {@link DeciderFixture}, as {@link AggregateOutcome} tells it.
 * Used by one thread.
 */
public final class DeciderOutcome<C extends Command, S, E extends Event> {

  private final DeciderFixture<C, S, E> fixture;
  private final Happening<Decided<C, S, E>> happening;

  DeciderOutcome(DeciderFixture<C, S, E> fixture, Happening<Decided<C, S, E>> happening) {
    this.fixture = fixture;
    this.happening = happening;
  }

  /** It decided on exactly these events, in this order, as they are read from the store. */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final DeciderOutcome<C, S, E> thenEvents(E... expected) {
    happening.requireEvents(List.of(expected));
    return this;
  }

  /** It decided that nothing happens. */
  public DeciderOutcome<C, S, E> thenNoEvents() {
    happening.requireEvents(List.of());
    return this;
  }

  /** The state that the stored events make equals {@code expected}. */
  public DeciderOutcome<C, S, E> thenState(S expected) {
    happening.requireState(expected, Decided::state);
    return this;
  }

  /** It failed with such an exception. */
  public DeciderOutcome<C, S, E> thenFails(Class<? extends Throwable> type) {
    return thenFails(type, failure -> {});
  }

  /** It failed with such an exception, which {@code further} looks at. */
  public <X extends Throwable> DeciderOutcome<C, S, E> thenFails(
      Class<X> type, Consumer<? super X> further) {
    happening.requireFailure(type, further);
    return this;
  }

  /** After all that has happened, it decides on another command. */
  public DeciderOutcome<C, S, E> when(C command) {
    return fixture.when(command);
  }
}
