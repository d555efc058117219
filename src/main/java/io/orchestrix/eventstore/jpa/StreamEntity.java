package io.orchestrix.eventstore.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A stream: its version, guarded by an optimistic lock. {@link StreamAppend} makes and grows it.
 */
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

  /** How many appends it has seen; Hibernate counts it and compares it in every update. */
  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected StreamEntity() {}

  long version() {
    return version;
  }

  void grow(int events, Instant now) {
    version += events;
    changedAt = now;
  }
}
