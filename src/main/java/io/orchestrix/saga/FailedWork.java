package io.orchestrix.saga;

import java.time.Instant;

/**
 * Work that has failed and is to be tried again.
 *
 * @param attempts how often it has failed
 * @param failure how it failed last
 * @param since when it failed first
 * @param nextAt when it is tried again
 */
public record FailedWork(WorkId work, int attempts, String failure, Instant since, Instant nextAt) {

  /** It has failed again. */
  FailedWork then(FailedWork again) {
    return new FailedWork(work, again.attempts, again.failure, since, again.nextAt);
  }
}
