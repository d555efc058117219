package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.PayloadCodec;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an append, in the order that the {@link GlobalOrder} demands: the stream's row first
 * and flushed, then the positions, then the events.
 */
final class StreamAppend {

  private final EntityManager entities;
  private final String insert;
  private final GlobalOrder order;
  private final EventTypes types;
  private final PayloadCodec codec;

  StreamAppend(
      EntityManager entities,
      String schema,
      GlobalOrder order,
      EventTypes types,
      PayloadCodec codec) {
    this.entities = entities;
    // native: Hibernate 6.6 shares the parsed form of an HQL insert between threads unguarded
    this.insert =
        "insert into \"%s\".orx_stream (id, category, version, lock_version, created_at, changed_at)"
                .formatted(schema)
            + " values (:id, :category, :version, 0, :now, :now)"
            + order.unlessPresent();
    this.order = order;
    this.types = types;
    this.codec = codec;
  }

  AppendResult to(StreamId stream, AppendCondition condition, List<NewEvent> events) {
    List<String> payloads = encode(events);
    long before = growStream(stream, condition, events);
    long[] positions = order.reserve(entities, events.size());
    for (int i = 0; i < positions.length; i++) {
      entities.persist(
          new EventEntity(
              positions[i], stream, before + i + 1, events.get(i).metadata(), payloads.get(i)));
    }
    entities.flush();
    return new AppendResult(
        before + positions.length, new GlobalPosition(positions[positions.length - 1]));
  }

  /** Locks the stream's row until the transaction ends; {@code null} if there is none. */
  @Nullable StreamEntity lock(StreamId stream) {
    order.enter(entities);
    // not find: where it fails in a transaction marked for rollback, Hibernate's answers null
    return entities
        .unwrap(Session.class)
        .byId(StreamEntity.class)
        .with(new LockOptions(LockMode.PESSIMISTIC_WRITE))
        .load(stream.toString());
  }

  private List<String> encode(List<NewEvent> events) {
    List<String> payloads = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      types.name(event.payload()); // refuses what could not be read again
      payloads.add(codec.encode(event.payload()));
    }
    return payloads;
  }

  /**
   * Brings the stream's row to its new version, or makes it; either way it is this transaction's
   * own until its end.
   *
   * @return the version before
   */
  private long growStream(StreamId stream, AppendCondition condition, List<NewEvent> events) {
    Instant now = events.get(events.size() - 1).metadata().time();
    @Nullable StreamEntity found = lock(stream);
    if (found == null && condition.holdsAt(0) && insert(stream, events.size(), now)) {
      return 0;
    }
    @Nullable StreamEntity entity = found == null ? lock(stream) : found;
    long before = entity == null ? 0 : entity.version();
    if (entity == null || !condition.holdsAt(before)) {
      throw new AppendConflictException(stream, condition, before);
    }
    entity.grow(events.size(), now);
    entities.flush();
    return before;
  }

  /** Makes the row of a new stream, unless a concurrent transaction has made it. */
  private boolean insert(StreamId stream, int events, Instant now) {
    int inserted =
        entities
            .createNativeQuery(insert)
            .setParameter("id", stream.toString())
            .setParameter("category", stream.category())
            .setParameter("version", (long) events)
            .setParameter("now", now)
            .executeUpdate();
    return inserted == 1;
  }
}
