package io.orchestrix.eventstore;

import io.orchestrix.unitofwork.ConflictException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The condition of an append does not hold: a concurrent one was faster. Nothing was appended. */
public final class AppendConflictException extends ConflictException {

  private static final long serialVersionUID = 1L;

  private final transient StreamId stream;
  private final transient AppendCondition expected;
  private final transient OptionalLong actual;

  private AppendConflictException(
      StreamId stream, AppendCondition expected, OptionalLong actual, @Nullable Throwable cause) {
    super(
        "ORX-3001",
        "Tried to append to %s, expected %s; %s. Nothing was appended. Load it again and decide again."
            .formatted(
                stream,
                expected,
                actual.isEmpty()
                    ? "a concurrent append was faster"
                    : actual.getAsLong() == 0
                        ? "it does not exist"
                        : "it is in version " + actual.getAsLong()),
        cause);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }

  /** The stream was found in version {@code actual}, 0 if it does not exist. */
  public AppendConflictException(StreamId stream, AppendCondition expected, long actual) {
    this(stream, expected, OptionalLong.of(actual), null);
  }

  /** A concurrent transaction changed the stream at the same moment. */
  public AppendConflictException(StreamId stream, AppendCondition expected, Throwable cause) {
    this(stream, expected, OptionalLong.empty(), cause);
  }

  /** The stream that was to be appended to. */
  public StreamId stream() {
    return stream;
  }

  /** What was expected of it. */
  public AppendCondition expected() {
    return expected;
  }

  /** The version it has, 0 if it does not exist; empty if it could not be told. */
  public OptionalLong actual() {
    return actual;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("stream", stream.toString());
    if (expected instanceof AppendCondition.AtVersion at) {
      details.put("expected", at.version());
    } else {
      details.put("expected", expected.toString());
    }
    actual.ifPresent(version -> details.put("actual", version));
    return details;
  }
}
