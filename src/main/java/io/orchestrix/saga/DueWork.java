package io.orchestrix.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is to be done now, and remembers when there is more. Used by one thread. */
final class DueWork {

  private final SagaProgress progress;
  private final Instant now;
  private final List<Instant> later = new ArrayList<>();

  DueWork(SagaProgress progress, Instant now) {
    this.progress = progress;
    this.now = now;
  }

  /** Work that has failed waits for its time. */
  boolean isNow(WorkId work) {
    FailedWork failed = progress.failed.get(work);
    return failed == null || isDue(failed.nextAt());
  }

  boolean isDue(Instant time) {
    if (time.isAfter(now)) {
      later.add(time);
      return false;
    }
    return true;
  }

  /** When there is something to be done of all that was asked for; {@code null} if never. */
  @Nullable Instant later() {
    return later.isEmpty() ? null : Collections.min(later);
  }
}
