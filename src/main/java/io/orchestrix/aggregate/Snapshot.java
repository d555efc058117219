package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import java.time.Instant;
import java.util.UUID;

/**
 * The state of an aggregate in one version of its stream.
 *
 * @param stream the stream
 * @param version the version that the state is of, at least 1
 * @param head the id of the event in that version
 * @param fingerprint of the code that made the state of the events: 64 hexadecimal digits
 * @param state a JSON object
 * @param createdAt when that event occurred
 */
public record Snapshot(
    StreamId stream,
    long version,
    UUID head,
    String fingerprint,
    String state,
    Instant createdAt) {}
