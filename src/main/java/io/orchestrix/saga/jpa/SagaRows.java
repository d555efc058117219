package io.orchestrix.saga.jpa;

import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements on {@code orx_saga}. */
final class SagaRows {

  private static final String COLUMNS =
      "saga, instance_key, version, status, reason, started_at, changed_at";

  private static final String OF_VALUES =
      "(version, status, reason, started_at, changed_at, saga, instance_key)";

  private static final String UPSERT =
      """
      insert into %s %s values (?, ?, ?, ?, ?, ?, ?)
      on conflict (saga, instance_key) do update set
        version = excluded.version, status = excluded.status, reason = excluded.reason,
        started_at = excluded.started_at, changed_at = excluded.changed_at
      """;

  private static final String MERGE =
      "merge into %s %s key (saga, instance_key) values (?, ?, ?, ?, ?, ?, ?)";

  private final EntityManager entities;
  private final String table;
  private final String save;

  /**
   * @param upserts whether the database knows {@code on conflict}
   */
  SagaRows(EntityManager entities, String schema, boolean upserts) {
    this.entities = entities;
    this.table = "\"%s\".orx_saga".formatted(schema);
    this.save = (upserts ? UPSERT : MERGE).formatted(table, OF_VALUES);
  }

  void save(Collection<SagaRow> rows) {
    Jdbc.batch(entities, save, List.copyOf(rows), SagaRows::bind);
  }

  private static void bind(PreparedStatement statement, SagaRow row) throws SQLException {
    statement.setInt(1, row.version());
    statement.setString(2, row.status().name());
    statement.setString(3, row.reason());
    statement.setObject(4, row.startedAt().atOffset(ZoneOffset.UTC));
    statement.setObject(5, row.changedAt().atOffset(ZoneOffset.UTC));
    statement.setString(6, row.id().saga());
    statement.setString(7, row.id().key());
  }

  List<SagaRow> find(String saga, Collection<String> keys) {
    List<String> wanted = List.copyOf(keys);
    return Jdbc.list(
        entities,
        "select %s from %s where saga = ? and instance_key in (%s)"
            .formatted(COLUMNS, table, Placeholders.of(wanted.size())),
        statement -> {
          statement.setString(1, saga);
          for (int i = 0; i < wanted.size(); i++) {
            statement.setString(i + 2, wanted.get(i));
          }
        },
        SagaRows::row);
  }

  List<SagaRow> page(SagaQuery query, @Nullable SagaId after, int atMost) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select " + COLUMNS + " from " + table + " where true");
    if (query.saga() != null) {
      sql.append(" and saga = ?");
      values.add(query.saga());
    }
    if (query.status() != null) {
      sql.append(" and status = ?");
      values.add(query.status().name());
    }
    if (!query.text().isEmpty()) {
      sql.append(" and position(cast(? as varchar) in instance_key) > 0");
      values.add(query.text());
    }
    if (after != null) {
      sql.append(" and (saga, instance_key) > (?, ?)");
      values.add(after.saga());
      values.add(after.key());
    }
    values.add(atMost);
    return Jdbc.list(
        entities,
        sql.append(" order by saga, instance_key limit ?").toString(),
        statement -> {
          for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
          }
        },
        SagaRows::row);
  }

  /**
   * @param where which of them; empty for all
   */
  List<SagaCount> counts(String where) {
    return Jdbc.list(
            entities,
            "select saga, version, status, count(*) from "
                + table
                + where
                + " group by saga, version, status",
            statement -> {},
            row ->
                new SagaCount(
                    row.getString(1),
                    row.getInt(2),
                    SagaStatus.valueOf(row.getString(3)),
                    row.getLong(4)))
        .stream()
        .sorted(SagaCount.ORDER)
        .toList();
  }

  private static SagaRow row(ResultSet row) throws SQLException {
    return new SagaRow(
        new SagaId(row.getString(1), row.getString(2)),
        row.getInt(3),
        SagaStatus.valueOf(row.getString(4)),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }
}
