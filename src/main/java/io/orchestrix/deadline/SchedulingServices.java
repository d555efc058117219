package io.orchestrix.deadline;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.unitofwork.RetryPolicy;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.Set;

/**
 * What the commands and deadlines work with that an application schedules.
 *
 * @param store keeps them
 * @param unitOfWork in what the store takes part
 * @param codec writes payloads
 * @param current the message that is being handled
 * @param caller on whose behalf something is scheduled, and done
 * @param roles those for which messages of the application ask
 * @param clock tells the time
 * @param retry how often one that fails is tried
 */
public record SchedulingServices(
    DeadlineStore store,
    UnitOfWork unitOfWork,
    PayloadCodec codec,
    CurrentMessage current,
    ActingCaller caller,
    Set<String> roles,
    Clock clock,
    RetryPolicy retry) {

  /** How often one that fails is tried, as configured. */
  public static RetryPolicy retry(Settings settings) {
    return new RetryPolicy(
        settings.get(Keys.DEADLINE_FAILURE_POLICY),
        settings.get(Keys.DEADLINE_FAILURE_ATTEMPTS),
        settings.get(Keys.DEADLINE_FAILURE_PAUSE),
        settings.get(Keys.DEADLINE_FAILURE_LONGEST),
        false);
  }
}
