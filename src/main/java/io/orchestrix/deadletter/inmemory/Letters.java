package io.orchestrix.deadletter.inmemory;

import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows, as each unit of work sees them: what it writes is its own until it commits. A row that one
 * has written is closed to all others until it ends. Thread-safe.
 */
final class Letters {

  private final UnitOfWork unitOfWork;
  private final NavigableMap<DeadLetterId, Row> committed = new TreeMap<>();

  /** What units of work have written, by their keys; empty for what they have removed. */
  private final Map<Object, Map<DeadLetterId, Optional<Row>>> written = new HashMap<>();

  Letters(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** All that the unit of work of this thread sees. */
  synchronized NavigableMap<DeadLetterId, Row> all() {
    NavigableMap<DeadLetterId, Row> seen = new TreeMap<>(committed);
    apply(written.getOrDefault(unitOfWork.key(), Map.of()), seen);
    return seen;
  }

  synchronized Optional<Row> find(DeadLetterId id) {
    Optional<Row> own = written.getOrDefault(unitOfWork.key(), Map.of()).get(id);
    return own == null ? Optional.ofNullable(committed.get(id)) : own;
  }

  /** Whether another unit of work has written that row and has not ended. */
  synchronized boolean isTaken(DeadLetterId id) {
    Object own = unitOfWork.key();
    return written.entrySet().stream()
        .anyMatch(other -> !other.getKey().equals(own) && other.getValue().containsKey(id));
  }

  /** Writes a row that is not taken; empty removes it. */
  synchronized void write(DeadLetterId id, Optional<Row> row) {
    Object key = unitOfWork.key();
    if (!written.containsKey(key)) {
      unitOfWork.afterEnd(end -> end(key, end));
      written.put(key, new HashMap<>());
    }
    written.get(key).put(id, row);
  }

  private synchronized void end(Object key, End end) {
    Map<DeadLetterId, Optional<Row>> own = written.remove(key);
    if (own != null && end == End.COMMITTED) {
      apply(own, committed);
    }
  }

  private static void apply(
      Map<DeadLetterId, Optional<Row>> own, NavigableMap<DeadLetterId, Row> rows) {
    own.forEach(
        (id, row) -> row.ifPresentOrElse(there -> rows.put(id, there), () -> rows.remove(id)));
  }
}
