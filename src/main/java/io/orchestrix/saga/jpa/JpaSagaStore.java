package io.orchestrix.saga.jpa;

import io.orchestrix.saga.CorrelationKey;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances in the tables {@code orx_saga*}. Thread-safe. */
public final class JpaSagaStore implements SagaStore {

  /** Databases take only so many values in a statement. */
  private static final int AT_ONCE = 1_000;

  /** Several nodes of a deployment do so at once. */
  private static final String INSERT =
      "insert into %s (saga, version) values (?, ?) on conflict do nothing";

  private static final String MERGE =
      "merge into %s (saga, version) key (saga, version) values (?, ?)";

  private final EntityManager entities;
  private final UnitOfWork unitOfWork;
  private final SagaRows rows;
  private final KeyRows keys;
  private final String versions;
  private final String register;

  /**
   * A store on tables that are there.
   *
   * @param entities the entity manager of the transaction of the calling thread
   * @param schema the database schema that holds the tables
   */
  public JpaSagaStore(EntityManager entities, String schema, UnitOfWork unitOfWork) {
    this.entities = entities;
    this.unitOfWork = unitOfWork;
    boolean upserts = unitOfWork.get(() -> Jdbc.isPostgres(entities));
    this.rows = new SagaRows(entities, schema, upserts);
    this.keys = new KeyRows(entities, schema);
    this.versions = "\"%s\".orx_saga_version".formatted(schema);
    this.register = (upserts ? INSERT : MERGE).formatted(versions);
  }

  @Override
  public void save(Collection<SagaRow> saved) {
    if (!saved.isEmpty()) {
      unitOfWork.run(() -> rows.save(saved));
    }
  }

  @Override
  public List<SagaRow> find(String saga, Collection<String> wanted) {
    List<String> all = List.copyOf(wanted);
    List<SagaRow> found = new ArrayList<>();
    unitOfWork.run(
        () -> {
          for (int i = 0; i < all.size(); i += AT_ONCE) {
            found.addAll(rows.find(saga, all.subList(i, Math.min(all.size(), i + AT_ONCE))));
          }
        });
    return found;
  }

  @Override
  public void correlate(SagaId instance, Collection<CorrelationKey> added) {
    unitOfWork.run(() -> added.forEach(key -> keys.add(instance, key)));
  }

  @Override
  public List<String> lookup(String saga, CorrelationKey key) {
    return unitOfWork.get(() -> keys.lookup(saga, key));
  }

  @Override
  public void forgetKeys(SagaId instance) {
    unitOfWork.run(() -> keys.remove(instance));
  }

  @Override
  public List<SagaRow> page(SagaQuery query, @Nullable SagaId after, int atMost) {
    return unitOfWork.get(() -> rows.page(query, after, atMost));
  }

  @Override
  public void register(String saga, int version) {
    unitOfWork.run(() -> change(register, saga, version));
  }

  @Override
  public void retire(String saga, int version) {
    unitOfWork.run(
        () -> change("delete from " + versions + " where saga = ? and version = ?", saga, version));
  }

  private void change(String sql, String saga, int version) {
    Jdbc.update(
        entities,
        sql,
        statement -> {
          statement.setString(1, saga);
          statement.setInt(2, version);
        });
  }

  @Override
  public Set<Integer> versions(String saga) {
    return Set.copyOf(
        unitOfWork.get(
            () ->
                Jdbc.list(
                    entities,
                    "select version from " + versions + " where saga = ?",
                    statement -> statement.setString(1, saga),
                    row -> row.getInt(1))));
  }

  @Override
  public List<SagaCount> counts() {
    return unitOfWork.get(() -> rows.counts(""));
  }

  @Override
  public List<SagaCount> openCounts() {
    return unitOfWork.get(
        () -> rows.counts(" where status in ('ACTIVE', 'COMPENSATING', 'QUARANTINED')"));
  }
}
