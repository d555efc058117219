package io.orchestrix.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows the failure of a deadline. */
public sealed interface AfterFailure {

  /** It is tried again at that time. */
  record TryAgain(Instant at) implements AfterFailure {}

  /**
   * It is given up, and people are told. It stays for them, without a time, unless its handler has
   * removed it or put another one instead.
   */
  record GiveUp() implements AfterFailure {}

  /**
   * Its handler has done what follows, and tells people by itself. The deadline is removed, unless
   * the handler has put another one instead.
   */
  record Settled() implements AfterFailure {}

  /**
   * Keeps it; in the transaction in which the handler was asked.
   *
   * @param failure what has failed
   * @return the deadline as it has failed, if people are to be told
   */
  default Optional<Deadline> keep(Deadline deadline, String failure, DeadlineStore store) {
    if (this instanceof Settled) {
      store.fired(List.of(deadline));
      return Optional.empty();
    }
    Deadline failed = deadline.failed(this instanceof TryAgain again ? again.at() : null, failure);
    store.change(failed); // unless the handler has replaced it
    return Optional.of(failed);
  }
}
