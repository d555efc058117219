package io.orchestrix.deadline;

import io.orchestrix.background.Excuses;
import io.orchestrix.deadline.AfterFailure.TryAgain;
import io.orchestrix.message.BoundedText;
import io.orchestrix.monitor.Signal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks a handler what follows failures, and keeps it. Used by one thread. */
final class FailedDeadlines {

  private static final Logger LOG = System.getLogger(FailedDeadlines.class.getName());

  private static final int LONGEST_TEXT = 1_000;

  /** When one is tried again whose handler does not even know that. */
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(1);

  private final DeadlineHandler handler;
  private final DeadlineServices services;
  private final Excuses excuses = new Excuses();

  FailedDeadlines(DeadlineHandler handler, DeadlineServices services) {
    this.handler = handler;
    this.services = services;
  }

  /**
   * Keeps that a deadline has failed, unless it is another one by now.
   *
   * @param deadline as it was claimed
   * @throws RuntimeException if that is to be tried again, for no fault of the handler
   */
  void keep(Deadline deadline, Throwable failure) {
    Instant now = services.clock().instant();
    Optional<Deadline> told;
    try {
      told =
          services
              .unitOfWork()
              .call(
                  () ->
                      services
                          .current()
                          .callWithin(deadline.origin(), 1, () -> ask(deadline, failure, now)));
    } catch (Exception | Error e) {
      excuses.rethrow(e);
      failure.addSuppressed(e);
      told = services.unitOfWork().get(() -> askAgain(deadline, failure, now));
    }
    told.ifPresent(failed -> tell(failed, failure));
    excuses.none();
  }

  private Optional<Deadline> ask(Deadline deadline, Throwable failure, Instant now)
      throws Exception {
    return services.store().reclaim(deadline)
        ? follow(deadline, failure, handler.failed(deadline, failure, now))
        : Optional.empty(); // others have it, and what becomes of it there counts
  }

  private Optional<Deadline> askAgain(Deadline deadline, Throwable failure, Instant now) {
    return services.store().reclaim(deadline)
        ? follow(deadline, failure, new TryAgain(now.plus(UNTIL_ASKED_AGAIN)))
        : Optional.empty();
  }

  /** Returns what people are to be told. */
  private Optional<Deadline> follow(Deadline deadline, Throwable failure, AfterFailure after) {
    return after.keep(deadline, BoundedText.of(failure, LONGEST_TEXT), services.store());
  }

  private void tell(Deadline failed, Throwable failure) {
    services
        .monitor()
        .on(new Signal.DeadlineFailed(handler.name(), failed.attempts(), failed.isStopped()));
    log(failed, failure);
  }

  private static void log(Deadline failed, Throwable failure) {
    if (failed.isStopped()) {
      LOG.log(
          Level.WARNING,
          "ORX-3603 The deadline %s was given up after attempt %d."
              .formatted(failed.key(), failed.attempts()),
          failure);
    } else {
      LOG.log(
          Level.WARNING,
          "ORX-3602 The deadline {0} could not fire, attempt {1}: {2}; it is tried again at {3}.",
          failed.key(),
          failed.attempts(),
          failure.getClass().getName(),
          failed.tryAt());
    }
  }
}
