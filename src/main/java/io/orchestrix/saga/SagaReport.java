package io.orchestrix.saga;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.saga.SagaEvent.AttemptFailed;
import io.orchestrix.saga.SagaEvent.Quarantined;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who watch over the application what has become of an instance.
 *
 * @param progress how it stands now
 */
record SagaReport(SagaProgress progress, Monitor monitor) {

  private static final Logger LOG = System.getLogger(SagaReport.class.getName());

  /**
   * Tells of entries that are committed.
   *
   * @param failure what has brought them about; {@code null} if nothing has failed
   */
  void tell(List<SagaEvent> entries, @Nullable Throwable failure) {
    for (SagaEvent entry : entries) {
      if (entry instanceof AttemptFailed failed) {
        failed(failed);
      } else if (entry instanceof Quarantined found) {
        quarantined(found, failure);
      }
    }
    if (progress.status.isEnded() && entries.stream().anyMatch(SagaReport::isEnd)) {
      monitor.on(
          new Signal.SagaEnded(
              progress.saga,
              progress.status.name(),
              Duration.between(progress.startedAt, progress.changedAt)));
    }
  }

  private static boolean isEnd(SagaEvent entry) {
    return entry instanceof SagaEvent.Completed || entry instanceof SagaEvent.Compensated;
  }

  private void failed(AttemptFailed failed) {
    LOG.log(
        Level.WARNING,
        "ORX-3755 The instance {0} of a saga could not do: {1}, attempt {2}: {3}. It is tried again at {4}.",
        progress.id(),
        failed.work(),
        failed.attempt(),
        failed.failure(),
        failed.nextAt());
    monitor.on(new Signal.SagaWorkFailed(progress.saga, failed.attempt(), false));
  }

  private void quarantined(Quarantined found, @Nullable Throwable failure) {
    LOG.log(
        Level.ERROR,
        "ORX-3756 The instance %s of a saga is quarantined, as it could not do: %s: %s. Somebody has to decide: Sagas.operate lets it be tried again, or go on without it, or go back."
            .formatted(progress.id(), found.work(), found.failure()),
        failure);
    FailedWork before = progress.failed.get(found.work());
    monitor.on(
        new Signal.SagaWorkFailed(progress.saga, before == null ? 1 : before.attempts() + 1, true));
  }
}
