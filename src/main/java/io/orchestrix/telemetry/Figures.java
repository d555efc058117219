package io.orchestrix.telemetry;

import io.orchestrix.saga.SagaStatus;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import java.util.Map;

/**
 * What the store says of the application at a moment.
 *
 * @param held how long the append has been open that readers wait for
 * @param behind how many positions cannot be read yet
 * @param subscriptions how far each is, by the name of its projection or {@code saga:NAME}
 * @param letters how many dead letters are open, by the same names; those without have none
 * @param due how many deadlines are due
 * @param givenUp how many deadlines were given up
 * @param instances how many instances of sagas have not ended; what is not there is none
 */
record Figures(
    Duration held,
    long behind,
    Map<String, SubscriptionStatus> subscriptions,
    Map<String, Long> letters,
    long due,
    long givenUp,
    Map<SagaState, Long> instances) {

  /** A saga, and how its instances stand. */
  record SagaState(String saga, SagaStatus status) {}
}
