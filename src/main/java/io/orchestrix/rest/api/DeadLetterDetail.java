package io.orchestrix.rest.api;

import io.orchestrix.deadletter.DeadLetterAction;
import io.orchestrix.deadletter.DeadLetterStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a dead letter.
 *
 * @param letter in short
 * @param stack of the last failure; {@code null} if there is none, and unless all may be seen
 * @param event as the store has it; {@code null} if it was deleted
 * @param payload what the handler gets, in the revision of the letter, to be edited; {@code null}
 *     where payloads are not shown, and if the application does not write that revision any more
 * @param history what was done to it, the oldest first
 */
public record DeadLetterDetail(
    DeadLetterView letter,
    @Nullable String stack,
    @Nullable EventView event,
    @Nullable Object payload,
    List<ActionView> history) {

  /**
   * What was once done to it.
   *
   * @param at when
   * @param by who; empty for the subscription, and where nobody has logged in
   * @param step what
   * @param reason why; of failures a code or a class, and more where all may be seen
   */
  public record ActionView(Instant at, String by, DeadLetterStep step, @Nullable String reason) {

    static ActionView of(DeadLetterAction action, PayloadViews views) {
      boolean isFailure =
          action.step() == DeadLetterStep.PARK || action.step() == DeadLetterStep.FAIL_AGAIN;
      return new ActionView(
          action.at(),
          action.who(),
          action.step(),
          isFailure ? views.ofFailure(action.reason()) : action.reason());
    }
  }
}
