package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;
import java.time.Instant;

/** An aggregate has never been in that version, or did not exist at that time. */
public final class NoSuchVersionException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private NoSuchVersionException(String code, String message) {
    super(code, Kind.NOT_FOUND, message);
  }

  static NoSuchVersionException of(StreamId stream, long version, long newest) {
    return new NoSuchVersionException(
        "ORX-4011",
        "The %s '%s' has no version %d. Ask for one from 1 to %d."
            .formatted(stream.category(), stream.key(), version, newest));
  }

  static NoSuchVersionException before(StreamId stream, Instant instant) {
    return new NoSuchVersionException(
        "ORX-4012",
        "The %s '%s' did not exist at %s. Ask for a later time."
            .formatted(stream.category(), stream.key(), instant));
  }
}
