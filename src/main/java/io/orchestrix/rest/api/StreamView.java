package io.orchestrix.rest.api;

import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamState;
import java.time.Instant;

/**
 * A stream.
 *
 * @param id its name, {@code category/key}
 * @param category what kind of thing
 * @param key which one
 * @param version how many events it has, or had
 * @param state what may happen to it
 * @param createdAt when its first event occurred
 * @param changedAt when its last one did
 */
public record StreamView(
    String id,
    String category,
    String key,
    long version,
    StreamState state,
    Instant createdAt,
    Instant changedAt) {

  static StreamView of(StreamInfo stream) {
    return new StreamView(
        stream.id().toString(),
        stream.id().category(),
        stream.id().key(),
        stream.version(),
        stream.state(),
        stream.createdAt(),
        stream.changedAt());
  }
}
