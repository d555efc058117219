package io.orchestrix.saga;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.unitofwork.RetryPolicy;

/**
 * What is configured for sagas.
 *
 * @param steps how often a step, or what a saga does with an event or at a time, is tried
 * @param compensations how often a compensation is tried, or a step behind the pivot
 * @param threads how many threads of a node work on instances of one saga at once
 */
public record SagaSettings(RetryPolicy steps, RetryPolicy compensations, int threads) {

  /** As configured. */
  public static SagaSettings of(Settings settings) {
    return new SagaSettings(
        new RetryPolicy(
            settings.get(Keys.SAGA_POLICY),
            settings.get(Keys.SAGA_ATTEMPTS),
            settings.get(Keys.SAGA_PAUSE),
            settings.get(Keys.SAGA_LONGEST),
            false),
        new RetryPolicy(
            settings.get(Keys.SAGA_POLICY),
            settings.get(Keys.SAGA_COMPENSATION_ATTEMPTS),
            settings.get(Keys.SAGA_PAUSE),
            settings.get(Keys.SAGA_LONGEST),
            false),
        settings.get(Keys.SAGA_THREADS));
  }
}
