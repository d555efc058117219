package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it is read: a value, so that the persistence context holds nothing of it. */
record EventRow(
    long position,
    String streamId,
    long version,
    UUID eventId,
    String type,
    String source,
    @Nullable String subject,
    Instant occurredAt,
    UUID correlationId,
    @Nullable UUID causationId,
    @Nullable String traceparent,
    String payload) {

  /** The components in their order, as a JPQL select clause. */
  static final String SELECT =
      "select new io.orchestrix.eventstore.jpa.EventRow("
          + "e.position, e.streamId, e.version, e.eventId, e.type, e.source, e.subject,"
          + " e.occurredAt, e.correlationId, e.causationId, e.traceparent, e.payload)"
          + " from EventEntity e ";

  RecordedEvent toRecordedEvent(EventTypes types, PayloadCodec codec) {
    return new RecordedEvent(
        StreamId.parse(streamId),
        version,
        new GlobalPosition(position),
        new Metadata(
            eventId, type, source, subject, occurredAt, correlationId, causationId, traceparent),
        codec.decode(payload, types.type(type)));
  }
}
