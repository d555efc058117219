package io.orchestrix.aggregate;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.List;

/**
 * An aggregate as three pure functions, without anything that changes. A class that implements it
 * is annotated with {@link Aggregate}, is stateless and has a constructor without parameters. It
 * handles all commands that {@code C} permits, each on the one that its {@link
 * io.orchestrix.command.TargetId} names, which begins with {@link #initial} if there is none yet;
 * the answer is the state after the decision. What it decided is stored and remembered as that of
 * every other aggregate.
 *
 * <pre>{@code
 * @Aggregate("light")
 * class Light implements Decider<LightCommand, LightState, LightEvent> { ... }
 *
 * @Inject AggregateRepository<Decided<LightCommand, LightState, LightEvent>> lights;
 * }</pre>
 *
 * <p>Thread-safe by having no state. What its functions throw comes out and nothing is stored; none
 * of them returns {@code null}.
 *
 * @param <C> the commands: a sealed type whose cases are known, or one class
 * @param <S> the state: values that nobody changes, such as records, with an {@code equals}
 * @param <E> the events: a sealed type whose cases are known, or one class
 */
public interface Decider<C extends Command, S, E extends Event> {

  /** The state before any event. */
  S initial();

  /**
   * What {@code command} brings about in {@code state}; empty if nothing. It refuses by an
   * exception such as {@link DomainRuleException}.
   */
  List<E> decide(C command, S state);

  /** The state after {@code event}. It never refuses: that has happened. */
  S evolve(S state, E event);

  /** Whether nothing can happen any more; then every further command is refused. */
  default boolean isTerminal(S state) {
    return false;
  }
}
