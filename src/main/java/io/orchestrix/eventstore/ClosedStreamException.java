package io.orchestrix.eventstore;

import io.orchestrix.OrchestrixException;
import java.util.Map;

/** The state of a stream, or the configuration, forbids what was tried with it. */
public final class ClosedStreamException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final transient StreamId stream;

  private ClosedStreamException(String code, StreamId stream, String message) {
    super(code, Kind.REFUSED, message);
    this.stream = stream;
  }

  /** The stream is not active. */
  public static ClosedStreamException of(StreamId stream, StreamState state) {
    return state == StreamState.ARCHIVED
        ? new ClosedStreamException(
            "ORX-3008",
            stream,
            "Tried to append to %s, which is archived. Un-archive it first, or use another stream."
                .formatted(stream))
        : new ClosedStreamException(
            "ORX-3009",
            stream,
            "Tried to change %s, which is deleted for good. Use another name.".formatted(stream));
  }

  /** The configuration does not allow to delete streams. */
  public static ClosedStreamException deletionForbidden(StreamId stream) {
    return new ClosedStreamException(
        "ORX-3010",
        stream,
        "Tried to delete %s; streams are not deleted unless orchestrix.delete-streams is true. Archive it instead."
            .formatted(stream));
  }

  /** Which one. */
  public StreamId stream() {
    return stream;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("stream", stream.toString());
  }
}
