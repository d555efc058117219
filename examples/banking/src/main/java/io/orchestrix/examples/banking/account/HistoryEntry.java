package io.orchestrix.examples.banking.account;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of an account, with its metadata, as clients see it. */
public record HistoryEntry(
    long position,
    long version,
    String type,
    Instant time,
    UUID id,
    UUID correlationId,
    @Nullable UUID causationId,
    Event data) {

  static HistoryEntry of(RecordedEvent event) {
    return new HistoryEntry(
        event.position().value(),
        event.version(),
        event.metadata().type(),
        event.metadata().time(),
        event.metadata().id(),
        event.metadata().correlationId(),
        event.metadata().causationId(),
        event.payload());
  }
}
