package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A stream: its version, guarded by an optimistic lock. {@link StreamRows} makes it. */
@Entity
@Table(name = "orx_stream")
class StreamEntity {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "category")
  private String category;

  /** How many events it has. */
  @Column(name = "version")
  private long version;

  /** How often it was changed; Hibernate counts it and compares it in every update. */
  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "head")
  private UUID head;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private StreamState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected StreamEntity() {}

  long version() {
    return version;
  }

  StreamState state() {
    return state;
  }

  void enter(StreamState next) {
    state = next;
  }

  void grow(int events, UUID newHead, Instant now) {
    version += events;
    head = newHead;
    changedAt = now;
  }

  StreamInfo info() {
    return new StreamInfo(StreamId.parse(id), version, head, state, createdAt, changedAt);
  }
}
