package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;

/** Nobody edits what he does not see. */
final class NotShownException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  NotShownException() {
    super(
        "ORX-7023",
        Kind.FORBIDDEN,
        "Payloads are edited only where they are shown in full, as a masked value would be written back as its mask. Set orchestrix.payload-visibility=full, or discard the letter.");
  }
}
