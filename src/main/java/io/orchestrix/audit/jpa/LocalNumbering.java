package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.TreeSet;

/**
 * H2, which one process has for itself: the process counts, and knows which places are not
 * committed yet. Thread-safe.
 */
final class LocalNumbering implements Numbering {

  private final UnitOfWork unitOfWork;
  private final String insert;
  private final TreeSet<Long> open = new TreeSet<>();
  private long last;

  LocalNumbering(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    String table = "\"%s\".orx_audit".formatted(schema);
    this.insert =
        "insert into %s (%s, place) values (%s, ?)"
            .formatted(table, EntryColumns.NAMES, EntryColumns.VALUES);
    this.last =
        Objects.requireNonNull(
            Jdbc.first(
                entities, "select coalesce(max(place), 0) from " + table, row -> row.getLong(1)));
  }

  @Override
  public void insert(EntityManager entities, AuditEntry entry) {
    long place = take();
    try {
      unitOfWork.afterEnd(end -> giveBack(place));
    } catch (RuntimeException e) { // it has ended meanwhile
      giveBack(place);
      throw e;
    }
    Jdbc.update(
        entities,
        insert,
        statement -> {
          EntryColumns.bind(statement, entry);
          statement.setLong(EntryColumns.COUNT + 1, place);
        });
  }

  private synchronized long take() {
    open.add(++last);
    return last;
  }

  private synchronized void giveBack(long place) {
    open.remove(place);
  }

  @Override
  public synchronized long watermark(EntityManager entities) {
    return open.isEmpty() ? last : open.first() - 1;
  }
}
