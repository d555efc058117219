package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditEntry;
import jakarta.persistence.EntityManager;

/** Gives entries their places in the stream, so that who follows it skips none. Thread-safe. */
interface Numbering {

  /** Inserts an entry at the next place. */
  void insert(EntityManager entities, AuditEntry entry);

  /**
   * The place up to which no entry can come any more; asked in the statement before the reading.
   */
  long watermark(EntityManager entities);
}
