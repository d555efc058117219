package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.Metadata;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The rows of streams. */
final class StreamRows {

  private final EntityManager entities;
  private final GlobalOrder order;
  private final String insert;

  StreamRows(EntityManager entities, String schema, GlobalOrder order) {
    this.entities = entities;
    this.order = order;
    // not by Hibernate, which cannot leave it when a rival is faster
    this.insert =
        """
        insert into "%s".orx_stream
          (id, category, version, lock_version, head, state, created_at, changed_at)
        values (?, ?, ?, 0, ?, '%s', ?, ?)\
        """
                .formatted(schema, StreamState.ACTIVE)
            + order.unlessPresent();
  }

  /** The row as this transaction has seen it, or sees it now; {@code null} if there is none. */
  @Nullable StreamEntity find(StreamId stream) {
    // not find: where it fails in a transaction marked for rollback, Hibernate's answers null
    return entities.unwrap(Session.class).byId(StreamEntity.class).load(stream.toString());
  }

  /** Locks the row until the transaction ends, as it is now; {@code null} if there is none. */
  @Nullable StreamEntity lock(StreamId stream) {
    order.enter(entities);
    Session session = entities.unwrap(Session.class);
    StreamEntity seen = seen(stream);
    if (seen != null) {
      if (!session.getCurrentLockMode(seen).greaterThan(LockMode.READ)) {
        session.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
      }
      return seen;
    }
    return session
        .byId(StreamEntity.class)
        .with(new LockOptions(LockMode.PESSIMISTIC_WRITE))
        .load(stream.toString());
  }

  /** The row as this transaction has seen it; {@code null} if it has not. */
  private @Nullable StreamEntity seen(StreamId stream) {
    SharedSessionContractImplementor session =
        entities.unwrap(SharedSessionContractImplementor.class);
    EntityPersister type =
        session.getFactory().getMappingMetamodel().getEntityDescriptor(StreamEntity.class);
    EntityKey key = session.generateEntityKey(stream.toString(), type);
    return (StreamEntity) session.getPersistenceContext().getEntity(key);
  }

  /** Makes the row of a new stream, unless a concurrent transaction has made it. */
  boolean insert(Append append) {
    order.enter(entities);
    Metadata first = append.events().get(0).metadata();
    Metadata last = append.events().get(append.events().size() - 1).metadata();
    OffsetDateTime created = first.time().atOffset(ZoneOffset.UTC);
    OffsetDateTime changed = last.time().atOffset(ZoneOffset.UTC);
    int inserted =
        Jdbc.update(
            entities,
            insert,
            statement -> {
              statement.setString(1, append.stream().toString());
              statement.setString(2, append.stream().category());
              statement.setLong(3, append.events().size());
              statement.setObject(4, last.id());
              statement.setObject(5, created);
              statement.setObject(6, changed);
            });
    return inserted == 1;
  }

  /** Brings a row to its next version; from then on it is this transaction's own. */
  void grow(StreamEntity stream, Append append) {
    order.enter(entities);
    Metadata last = append.events().get(append.events().size() - 1).metadata();
    stream.grow(append.events().size(), last.id(), last.time());
    entities.flush();
  }
}
