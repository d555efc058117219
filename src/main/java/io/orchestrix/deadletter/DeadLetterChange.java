package io.orchestrix.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of one letter, in agreement with {@link DeadLetterStep}: what a store has to keep of it.
 *
 * @param before the letter as it was read; {@code null} if there was none
 * @param after the letter as it is to be
 * @param action what is added to its history, at the place that {@link DeadLetter#changes} says
 */
public record DeadLetterChange(
    @Nullable DeadLetter before, DeadLetter after, DeadLetterAction action) {

  static DeadLetterChange park(
      @Nullable DeadLetter known,
      DeadLetterSubject subject,
      Failure failure,
      int attempts,
      Instant now) {
    DeadLetter parked =
        new DeadLetter(
            subject,
            known == null ? DeadLetterState.PARKED : DeadLetterStep.PARK.of(known),
            attempts,
            failure,
            known == null ? null : known.editedPayload(),
            now,
            now,
            known == null ? 1 : known.changes() + 1);
    return new DeadLetterChange(
        known, parked, new DeadLetterAction(now, "", DeadLetterStep.PARK, failure.summary()));
  }

  static DeadLetterChange handle(DeadLetter letter, Instant now) {
    return of(letter, new DeadLetterAction(now, "", DeadLetterStep.HANDLE, ""));
  }

  static DeadLetterChange failAgain(DeadLetter letter, Failure failure, Instant now) {
    DeadLetterStep step = DeadLetterStep.FAIL_AGAIN;
    return new DeadLetterChange(
        letter,
        letter.failed(step.of(letter), failure, now),
        new DeadLetterAction(now, "", step, failure.summary()));
  }

  static DeadLetterChange edit(
      DeadLetter letter, String payload, String who, String reason, Instant now) {
    DeadLetterStep.EDIT.of(letter); // checks it
    return new DeadLetterChange(
        letter,
        letter.edited(payload, now),
        new DeadLetterAction(
            now, who, DeadLetterStep.EDIT, reason, letter.editedPayload(), payload));
  }

  /** A step that changes nothing but the state. */
  public static DeadLetterChange of(DeadLetter letter, DeadLetterAction action) {
    return new DeadLetterChange(letter, letter.in(action.step().of(letter), action.at()), action);
  }
}
