package io.orchestrix.audit;

import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when, from where and with what outcome: every command and every administrative
 * action, to be searched. Inject it. Nothing in it can be changed. Thread-safe; everything joins
 * the transaction of the caller, or is one of its own.
 *
 * <pre>{@code
 * List<AuditEntry> newest = log.page(AuditFilter.ALL.actor("ada"), null, 50);
 * }</pre>
 *
 * <p>It asks for no role: who shows it to others does.
 */
public final class AuditLog {

  /** More are not given at once. */
  public static final int MOST = 1_000;

  private final AuditStore store;
  private final UnitOfWork unitOfWork;

  public AuditLog(AuditStore store, UnitOfWork unitOfWork) {
    this.store = store;
    this.unitOfWork = unitOfWork;
  }

  /** Finds an entry. */
  public Optional<AuditEntry> find(UUID id) {
    return unitOfWork.get(() -> store.find(id));
  }

  /**
   * Entries that pass a filter, the newest first. Who goes on from page to page sees each entry
   * that was committed when the first page was asked for, and none twice; of those that were
   * committed meanwhile perhaps some.
   *
   * @param before the id of the last entry of the page before; {@code null} for the first page
   * @param atMost how many, 1 to {@link #MOST}
   */
  public List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int atMost) {
    requireBounded(atMost);
    return unitOfWork.get(() -> store.page(filter, before, atMost));
  }

  /**
   * The entries that follow a place in the stream, the oldest first; for those who copy it
   * elsewhere. Who goes on from the last place sees every committed entry once, also one that is
   * committed late: nothing is given that such a one could still precede. A place is not an id, and
   * the order is not that of {@link #page}.
   *
   * @param after the {@linkplain AuditTail#last() last place} that was seen; 0 to begin
   * @param atMost how many, 1 to {@link #MOST}
   * @throws AuditException in a transaction stricter than READ COMMITTED, which would skip entries
   */
  public AuditTail tail(long after, int atMost) {
    requireBounded(atMost);
    return unitOfWork.get(() -> store.tail(after, atMost));
  }

  private static void requireBounded(int atMost) {
    if (atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException(
          "A page of the audit log has 1 to %d entries, not %d.".formatted(MOST, atMost));
    }
  }
}
