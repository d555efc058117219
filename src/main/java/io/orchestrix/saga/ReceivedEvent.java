package io.orchestrix.saga;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that an instance has received, as a copy in its journal.
 *
 * @param id of the event; with a number behind it if an upcaster has made several of one
 * @param type under which it is written
 * @param revision in which it is written
 * @param payload its JSON
 * @param time when it has occurred
 */
public record ReceivedEvent(
    String id,
    String type,
    int revision,
    Object payload,
    Instant time,
    UUID messageId,
    UUID correlationId,
    @Nullable String traceparent) {}
