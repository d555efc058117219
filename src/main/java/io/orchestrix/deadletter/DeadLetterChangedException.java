package io.orchestrix.deadletter;

import io.orchestrix.unitofwork.ConflictException;

/** A dead letter was changed between reading it and changing it. Nothing was changed. */
public final class DeadLetterChangedException extends ConflictException {

  private static final long serialVersionUID = 1L;

  DeadLetterChangedException(DeadLetterChange change) {
    super(
        "ORX-3305",
        "Tried to %s the dead letter %s; it was changed meanwhile, by a person or by its subscription. Nothing was done. Look again, decide again."
            .formatted(change.action().step(), change.after().id()),
        null);
  }
}
