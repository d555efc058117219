package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the aggregates whose {@link Decider} decides and evolves: its state is what the decider
 * made of its events. Not thread-safe: an instance belongs to one unit of work.
 *
 * <pre>{@code
 * LightState state = lights.load("hall").state();
 * }</pre>
 */
public final class Decided<C extends Command, S, E extends Event> extends AggregateRoot {

  private final transient DeciderTypes<C, E> types;
  private final transient Decider<C, S, E> decider;
  private S state;

  Decided(DeciderTypes<C, E> types, Decider<C, S, E> decider) {
    this.types = types;
    this.decider = decider;
    this.state = given(decider.initial(), "initial() gave null, which is no state");
  }

  /** What its events have made of it. */
  public S state() {
    return state;
  }

  /** What type the decider declares its states to be. */
  public Type stateType() {
    return types.state();
  }

  /**
   * Lets the decider decide, and applies the events.
   *
   * @return the state after them
   * @throws TerminalStateException if nothing can happen any more
   */
  public S decide(C command) {
    if (decider.isTerminal(state)) {
      throw new TerminalStateException(command.getClass(), id(), state.getClass());
    }
    String decision = "decide(%s) gave ".formatted(command.getClass().getSimpleName());
    List<E> events =
        given(decider.decide(command, state), decision + "null, which is no list of events");
    if (events.stream().anyMatch(Objects::isNull)) {
      throw new FaultyDeciderException(decider.getClass(), decision + "a list with null in it");
    }
    events.forEach(this::apply);
    return state;
  }

  /** Called by {@link WhenMethods}, as that of every aggregate. Other events change nothing. */
  @SuppressWarnings("UnusedMethod")
  private void when(Event event) {
    if (types.event().isInstance(event)) {
      S next = decider.evolve(state, types.event().cast(event));
      String evolution = "evolve(%s) gave ".formatted(event.getClass().getSimpleName());
      state = given(next, evolution + "null, which is no state");
    }
  }

  private <V> V given(@Nullable V value, String otherwise) {
    if (value == null) {
      throw new FaultyDeciderException(decider.getClass(), otherwise);
    }
    return value;
  }
}
