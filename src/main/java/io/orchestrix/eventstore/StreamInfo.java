package io.orchestrix.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a stream besides its events.
 *
 * @param id its name
 * @param version how many events it has, or had before it was deleted
 * @param head the id of the last of them
 * @param state what may happen to it
 * @param createdAt when its first event occurred
 * @param changedAt when its last one did
 */
public record StreamInfo(
    StreamId id,
    long version,
    UUID head,
    StreamState state,
    Instant createdAt,
    Instant changedAt) {}
