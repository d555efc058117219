package io.orchestrix.saga.jpa;

import io.orchestrix.saga.CorrelationKey;
import io.orchestrix.saga.SagaId;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements on {@code orx_saga_key}. */
final class KeyRows {

  private record Found(CorrelationKey key, String instance) {}

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

  Map<CorrelationKey, List<String>> lookup(String saga, Collection<CorrelationKey> keys) {
    List<CorrelationKey> wanted = List.copyOf(keys);
    List<Found> found =
        Jdbc.list(
            entities,
            "select name, key_value, instance_key from %s where saga = ? and (name, key_value) in (%s) order by instance_key"
                .formatted(table, Placeholders.of(wanted.size()).replace("?", "(?, ?)")),
            statement -> {
              statement.setString(1, saga);
              for (int i = 0; i < wanted.size(); i++) {
                statement.setString(2 * i + 2, wanted.get(i).name());
                statement.setString(2 * i + 3, wanted.get(i).value());
              }
            },
            row ->
                new Found(
                    new CorrelationKey(row.getString(1), row.getString(2)), row.getString(3)));
    Map<CorrelationKey, List<String>> instances = new LinkedHashMap<>();
    for (Found each : found) {
      instances.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each.instance());
    }
    return instances;
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
