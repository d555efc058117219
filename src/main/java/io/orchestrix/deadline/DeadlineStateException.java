package io.orchestrix.deadline;

import io.orchestrix.OrchestrixException;

/** A deadline is not as an operator expects. */
public final class DeadlineStateException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private DeadlineStateException(String code, Kind kind, String message) {
    super(code, kind, message);
  }

  static DeadlineStateException none(DeadlineKey key) {
    return new DeadlineStateException(
        "ORX-3635",
        Kind.NOT_FOUND,
        "There is no deadline '%s'; it was done, cancelled or replaced. Look at those that there are."
            .formatted(key));
  }

  static DeadlineStateException underWay(DeadlineKey key) {
    return new DeadlineStateException(
        "ORX-7020",
        Kind.CONFLICT,
        "The deadline '%s' is being handled or was changed in this moment. Look again, decide again."
            .formatted(key));
  }

  static DeadlineStateException notFailed(Deadline deadline) {
    return new DeadlineStateException(
        "ORX-3636",
        Kind.REFUSED,
        "The deadline '%s' has not failed, it is due at %s. Wait for it, or schedule it for another time."
            .formatted(deadline.key(), deadline.dueAt()));
  }
}
