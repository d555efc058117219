package io.orchestrix.deadline;

import io.orchestrix.background.Excuses;
import io.orchestrix.message.BoundedText;
import io.orchestrix.monitor.Signal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    try {
      keep(deadline, failure, () -> handler.failed(deadline, failure, now));
    } catch (Exception | Error e) {
      excuses.rethrow(e);
      failure.addSuppressed(e);
      keep(deadline, failure, () -> Optional.of(now.plus(UNTIL_ASKED_AGAIN)));
    }
    excuses.none();
  }

  /** What follows a failure. */
  @FunctionalInterface
  private interface Next {
    Optional<Instant> after();
  }

  private void keep(Deadline deadline, Throwable failure, Next next) {
    Deadline kept = services.unitOfWork().get(() -> change(deadline, failure, next));
    if (kept != null) {
      services
          .monitor()
          .on(new Signal.DeadlineFailed(handler.name(), kept.attempts(), kept.isStopped()));
      log(kept, failure);
    }
  }

  private @Nullable Deadline change(Deadline deadline, Throwable failure, Next next) {
    if (!services.store().reclaim(deadline)) {
      return null; // others have it, and what becomes of it there counts
    }
    Deadline failed =
        deadline.failed(next.after().orElse(null), BoundedText.of(failure, LONGEST_TEXT));
    return services.store().change(failed) ? failed : null; // unless the handler has replaced it
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
