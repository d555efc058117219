package io.orchestrix.audit.jpa;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTail;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps entries in the table {@code orx_audit}. Thread-safe. */
public final class JpaAuditStore implements AuditStore {

  private final EntityManager entities;
  private final String table;
  private final Numbering numbering;

  /** An entry and its place. */
  private record Placed(AuditEntry entry, long place) {}

  /**
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaAuditStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.entities = entities;
    this.table = "\"%s\".orx_audit".formatted(schema);
    this.numbering = unitOfWork.get(() -> numbering(entities, schema, unitOfWork));
  }

  private static Numbering numbering(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    return Jdbc.isPostgres(entities)
        ? new FencedNumbering(schema)
        : new LocalNumbering(entities, schema, unitOfWork);
  }

  @Override
  public void append(AuditEntry entry) {
    numbering.insert(entities, entry);
  }

  @Override
  public Optional<AuditEntry> find(UUID id) {
    return Jdbc.list(
            entities,
            "select %s from %s where id = ?".formatted(EntryColumns.NAMES, table),
            statement -> statement.setObject(1, id),
            EntryColumns::read)
        .stream()
        .findFirst();
  }

  @Override
  public List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int atMost) {
    PageStatement page = new PageStatement(table, filter, before, atMost);
    return Jdbc.list(entities, page.sql(), page::bind, EntryColumns::read);
  }

  @Override
  public AuditTail tail(long after, int atMost) {
    long watermark = numbering.watermark(entities);
    List<Placed> found =
        Jdbc.list(
            entities,
            "select %s, place from %s where place > ? and place <= ? order by place limit ?"
                .formatted(EntryColumns.NAMES, table),
            statement -> {
              statement.setLong(1, after);
              statement.setLong(2, watermark);
              statement.setInt(3, atMost);
            },
            row -> new Placed(EntryColumns.read(row), row.getLong("place")));
    return new AuditTail(
        found.stream().map(Placed::entry).toList(),
        found.isEmpty() ? after : found.get(found.size() - 1).place());
  }
}
