package io.orchestrix.saga;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step of an instance is.
 *
 * @param isAwaiting whether it has done its part and awaits an event
 * @param startedAt when it began
 * @param endedAt when it was done, given up or taken back; {@code null} before
 * @param timeout when it is given up if it is not done by then; {@code null} if never
 * @param result what it has answered, as JSON; {@code null} if nothing
 * @param failure why it was given up; {@code null} if it was not
 */
public record StepProgress(
    String step,
    StepStatus status,
    boolean isAwaiting,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant timeout,
    @Nullable Object result,
    @Nullable String failure) {

  static StepProgress started(String step, Instant at) {
    return new StepProgress(step, StepStatus.STARTED, false, at, null, null, null, null);
  }

  StepProgress goesOn(boolean awaits, @Nullable Instant until) {
    return new StepProgress(step, StepStatus.STARTED, awaits, startedAt, null, until, null, null);
  }

  StepProgress completed(@Nullable Object answer, Instant at) {
    return ended(StepStatus.COMPLETED, at, answer, null);
  }

  StepProgress failed(StepStatus how, String why, Instant at) {
    return ended(how, at, result, why);
  }

  StepProgress is(StepStatus now, Instant at) {
    return ended(now, at, result, failure);
  }

  private StepProgress ended(
      StepStatus now, Instant at, @Nullable Object answer, @Nullable String why) {
    return new StepProgress(step, now, false, startedAt, at, null, answer, why);
  }
}
