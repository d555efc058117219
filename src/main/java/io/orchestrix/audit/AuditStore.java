package io.orchestrix.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries. There is no way to change or remove one. Thread-safe; everything joins the unit of
 * work of the thread, and needs one.
 */
public interface AuditStore {

  /** Adds an entry, which is kept if the unit of work commits. */
  void append(AuditEntry entry);

  /** Finds an entry. */
  Optional<AuditEntry> find(UUID id);

  /**
   * Entries that pass a filter, the highest id first.
   *
   * @param before only those with lower ids; {@code null} to begin
   * @param atMost how many, at least 1
   */
  List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int atMost);

  /**
   * Entries in the order of their places, as far as no entry can come before them any more.
   *
   * @param after the place of the last one seen, 0 to begin
   * @param atMost how many, at least 1
   */
  AuditTail tail(long after, int atMost);
}
