package io.orchestrix.eventstore.jpa;

import io.orchestrix.message.Metadata;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it is inserted; it is never updated, and read as a row by {@link EventQueries}. */
@Entity
@Table(name = "orx_event")
class EventEntity {

  @Id
  @Column(name = "position")
  private long position;

  @Column(name = "stream_id")
  private String streamId;

  @Column(name = "category")
  private String category;

  @Column(name = "version")
  private long version;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "type")
  private String type;

  @Column(name = "revision")
  private int revision;

  @Column(name = "source")
  private String source;

  @Column(name = "subject")
  private @Nullable String subject;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "correlation_id")
  private UUID correlationId;

  @Column(name = "causation_id")
  private @Nullable UUID causationId;

  @Column(name = "traceparent")
  private @Nullable String traceparent;

  @Column(name = "payload")
  private String payload;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected EventEntity() {}

  EventEntity(long position, NewRow row) {
    Metadata metadata = row.metadata();
    this.position = position;
    this.streamId = row.stream().toString();
    this.category = row.stream().category();
    this.version = row.version();
    this.eventId = metadata.id();
    this.type = row.payload().type();
    this.revision = row.payload().revision();
    this.source = metadata.source();
    this.subject = metadata.subject();
    this.occurredAt = metadata.time();
    this.correlationId = metadata.correlationId();
    this.causationId = metadata.causationId();
    this.traceparent = metadata.traceparent();
    this.payload = row.payload().json();
  }
}
