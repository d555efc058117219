package io.orchestrix.message;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message comes from: what its successors inherit.
 *
 * @param correlationId the conversation; {@code null} when a new one begins
 * @param causationId the causing message; {@code null} when there is none
 * @param traceparent the W3C trace context; {@code null} outside a trace
 */
public record Origin(
    @Nullable UUID correlationId, @Nullable UUID causationId, @Nullable String traceparent) {

  /** From nowhere: the next message begins a conversation. */
  public static final Origin NONE = new Origin(null, null, null);

  /** The origin of all that {@code cause} brings about. */
  public static Origin of(Metadata cause) {
    return new Origin(cause.correlationId(), cause.id(), cause.traceparent());
  }

  /** The same one in another trace context. */
  Origin tracedBy(@Nullable String context) {
    return Objects.equals(context, traceparent)
        ? this
        : new Origin(correlationId, causationId, context);
  }
}
