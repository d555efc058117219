package io.orchestrix.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message besides its payload, in the terms of CloudEvents 1.0.
 *
 * @param id unique, a UUID of version 7, so ids sort by time
 * @param type the logical name of the payload's type
 * @param source who sent it, a URI reference
 * @param subject whom it is about: the stream of an event; {@code null} for a command
 * @param time when it was made, in microseconds as databases keep it (finer parts are cut off)
 * @param correlationId shared by all messages of one conversation; the first one's id begins it
 * @param causationId the message that caused this one; {@code null} for the first
 * @param traceparent the W3C trace context; {@code null} outside a trace
 */
public record Metadata(
    UUID id,
    String type,
    String source,
    @Nullable String subject,
    Instant time,
    UUID correlationId,
    @Nullable UUID causationId,
    @Nullable String traceparent) {

  public Metadata {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The same of a message that is sent in another trace context. */
  public Metadata tracedBy(@Nullable String context) {
    return new Metadata(id, type, source, subject, time, correlationId, causationId, context);
  }
}
