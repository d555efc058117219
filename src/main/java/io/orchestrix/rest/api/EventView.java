package io.orchestrix.rest.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as operators see it.
 *
 * @param position its place among all events
 * @param stream the stream it belongs to
 * @param version its place in that stream, from 1
 * @param id of its message
 * @param type the logical name of its type
 * @param revision of its payload, as it was written
 * @param source who wrote it
 * @param time when it occurred
 * @param correlationId the conversation it belongs to
 * @param causationId the message that caused it
 * @param traceparent the W3C trace context in which it was written
 * @param payloads what it says to the application of today, nearly always one; {@code null} where
 *     payloads are not shown
 * @param unreadable why it cannot be read, as a code
 */
public record EventView(
    long position,
    String stream,
    long version,
    UUID id,
    String type,
    int revision,
    String source,
    Instant time,
    UUID correlationId,
    @Nullable UUID causationId,
    @Nullable String traceparent,
    @Nullable List<Object> payloads,
    @Nullable String unreadable) {}
