package io.orchestrix.audit.inmemory;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTail;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all entries in memory, in the order in which they are committed. Those of a unit of work
 * are seen when it has ended. Thread-safe.
 */
public final class InMemoryAuditStore implements AuditStore {

  private final NavigableMap<UUID, AuditEntry> byId = new ConcurrentSkipListMap<>();
  private final List<AuditEntry> stream = new ArrayList<>();
  private final UnitOfWork unitOfWork;

  public InMemoryAuditStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void append(AuditEntry entry) {
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            add(entry);
          }
        });
  }

  private void add(AuditEntry entry) {
    synchronized (stream) {
      stream.add(entry);
    }
    byId.put(entry.id(), entry);
  }

  @Override
  public Optional<AuditEntry> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int atMost) {
    NavigableMap<UUID, AuditEntry> older = before == null ? byId : byId.headMap(before, false);
    return older.descendingMap().values().stream().filter(filter::admits).limit(atMost).toList();
  }

  @Override
  public AuditTail tail(long after, int atMost) {
    synchronized (stream) {
      int from = (int) Math.min(after, stream.size());
      int to = Math.min(from + atMost, stream.size());
      return new AuditTail(stream.subList(from, to), from == to ? after : to);
    }
  }
}
