package io.orchestrix.subscription;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.BoundedText;
import io.orchestrix.monitor.Signal;
import io.orchestrix.subscription.Selection.Sequenced;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts how often an event has failed, and leaves it out in the end. Used by one thread. */
final class FailedEvents {

  private static final Logger LOG = System.getLogger(FailedEvents.class.getName());

  /** When something outside is away, everything fails: then it stops before all is parked. */
  private static final int MOST_PARKED = 1_000;

  private static final int LONGEST_TEXT = 1_000;

  private final Subscription subscription;
  private final Claim claim;
  private final SubscriptionServices services;
  private @Nullable Trouble trouble;

  FailedEvents(Subscription subscription, Claim claim, SubscriptionServices services) {
    this.subscription = subscription;
    this.claim = claim;
    this.services = services;
  }

  /** What the store remembers. */
  void know(@Nullable Trouble remembered) {
    trouble = remembered;
  }

  /** The event that has failed was handled, or left out. */
  void none() {
    trouble = null;
  }

  /** Whether nothing is tried before somebody resumes the subscription. */
  boolean isFinal() {
    return trouble != null && trouble.isFinal();
  }

  /** How long until the next attempt. */
  Duration pause() {
    if (trouble == null) {
      return Duration.ZERO;
    }
    Duration pause = Duration.between(services.clock().instant(), trouble.retryAt());
    return pause.isNegative() ? Duration.ZERO : pause;
  }

  /**
   * Counts a failure, and decides.
   *
   * @param parked how many sequences wait already; if they are too many it is no event that is
   *     wrong
   * @return whether the event is to be left out; otherwise it is tried again, or all stops
   */
  boolean isGivenUp(Sequenced failed, Throwable failure, int parked) {
    RecordedEvent event = failed.event();
    int attempt =
        trouble != null && trouble.position().equals(event.position()) ? trouble.attempts() + 1 : 1;
    FailurePolicy policy = subscription.handler().onFailure(event);
    boolean isRetried = policy.retry().retriesAfter(attempt);
    boolean isFlooded = policy.then() == AfterFailure.DEAD_LETTER && parked >= MOST_PARKED;
    boolean stops = !isRetried && (policy.then() == AfterFailure.STOP || isFlooded);
    String then = isRetried ? "is tried again" : stops ? "stops" : policy.then().name();
    services.monitor().on(new Signal.EventFailed(subscription.name(), attempt, !isRetried));
    log(event, attempt, then, failure, !isRetried);
    if (isRetried || stops) {
      Instant retryAt = services.clock().instant().plus(policy.retry().pauseAfter(attempt));
      remember(
          new Trouble(
              event.position(), attempt, retryAt, BoundedText.of(failure, LONGEST_TEXT), stops));
      return false;
    }
    trouble =
        new Trouble(
            event.position(), attempt, Instant.MIN, BoundedText.of(failure, LONGEST_TEXT), false);
    return true;
  }

  private void remember(Trouble found) {
    if (!services.segments().trouble(claim, found)) {
      throw new FencedException(claim);
    }
    trouble = found;
  }

  /** How often the event has failed that was given up. */
  int attempts() {
    return trouble == null ? 1 : trouble.attempts();
  }

  private void log(
      RecordedEvent event, int attempt, String then, Throwable failure, boolean isLast) {
    String text =
        "ORX-3203 %s could not handle %s at position %s, attempt %d: %s; %s."
            .formatted(
                claim.id(),
                event.metadata().type(),
                event.position(),
                attempt,
                failure.getClass().getName(),
                then);
    if (isLast) {
      LOG.log(Level.ERROR, text, failure);
    } else {
      LOG.log(Level.WARNING, text);
    }
  }
}
