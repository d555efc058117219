package io.orchestrix.subscription.jpa;

import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The statements on {@code orx_node}. All times are the database's. */
final class NodeRows {

  private final EntityManager entities;
  private final String update;
  private final String insert;
  private final String delete;
  private final String alive;

  NodeRows(EntityManager entities, String schema) {
    this.entities = entities;
    String table = "\"%s\".orx_node".formatted(schema);
    this.update = "update " + table + " set alive_until = ? where id = ?";
    this.insert = "insert into " + table + " (alive_until, id) values (?, ?)";
    this.delete = "delete from " + table + " where id = ? or alive_until < ?";
    this.alive = "select id from " + table + " where alive_until >= current_timestamp";
  }

  void extend(String node, Duration lease) {
    OffsetDateTime until = now().plus(lease);
    if (write(update, until, node) == 0) {
      write(insert, until, node);
    }
  }

  private int write(String sql, OffsetDateTime until, String node) {
    return Jdbc.update(
        entities,
        sql,
        statement -> {
          statement.setObject(1, until);
          statement.setString(2, node);
        });
  }

  /** Also those that are long gone. */
  int remove(String node) {
    OffsetDateTime longAgo = now().minusDays(1);
    return Jdbc.update(
        entities,
        delete,
        statement -> {
          statement.setString(1, node);
          statement.setObject(2, longAgo);
        });
  }

  Set<String> alive() {
    return new HashSet<>(Jdbc.list(entities, alive, statement -> {}, row -> row.getString(1)));
  }

  private OffsetDateTime now() {
    return Objects.requireNonNull(
        Jdbc.first(
            entities, "select current_timestamp", row -> row.getObject(1, OffsetDateTime.class)));
  }
}
