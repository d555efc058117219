package io.orchestrix.saga.jpa;

import io.orchestrix.saga.CorrelationKey;
import io.orchestrix.saga.SagaId;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The statements on {@code orx_saga_key}. */
final class KeyRows {

  private final EntityManager entities;
  private final String table;

  KeyRows(EntityManager entities, String schema) {
    this.entities = entities;
    this.table = "\"%s\".orx_saga_key".formatted(schema);
  }

  void add(SagaId instance, CorrelationKey key) {
    Jdbc.update(
        entities,
        "insert into %1$s (saga, name, key_value, instance_key) select ?, ?, ?, ? where not exists (select 1 from %1$s where saga = ? and name = ? and key_value = ? and instance_key = ?)"
            .formatted(table),
        statement -> {
          for (int i = 0; i < 2; i++) {
            statement.setString(4 * i + 1, instance.saga());
            statement.setString(4 * i + 2, key.name());
            statement.setString(4 * i + 3, key.value());
            statement.setString(4 * i + 4, instance.key());
          }
        });
  }

  List<String> lookup(String saga, CorrelationKey key) {
    return Jdbc.list(
        entities,
        "select instance_key from %s where saga = ? and name = ? and key_value = ? order by instance_key"
            .formatted(table),
        statement -> {
          statement.setString(1, saga);
          statement.setString(2, key.name());
          statement.setString(3, key.value());
        },
        row -> row.getString(1));
  }

  void remove(SagaId instance) {
    Jdbc.update(
        entities,
        "delete from %s where saga = ? and instance_key = ?".formatted(table),
        statement -> {
          statement.setString(1, instance.saga());
          statement.setString(2, instance.key());
        });
  }
}
