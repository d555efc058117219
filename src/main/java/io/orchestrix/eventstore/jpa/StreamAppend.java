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
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an append, in the order that the {@link GlobalOrder} demands: the stream's row first
 * and flushed, then the positions, then the events.
 */
final class StreamAppend {

  private final EntityManager entities;
  private final GlobalOrder order;
  private final EventTypes types;
  private final PayloadCodec codec;

  StreamAppend(EntityManager entities, GlobalOrder order, EventTypes types, PayloadCodec codec) {
    this.entities = entities;
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
    return entities.find(StreamEntity.class, stream.toString(), LockModeType.PESSIMISTIC_WRITE);
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
   * @return the version before
   */
  private long growStream(StreamId stream, AppendCondition condition, List<NewEvent> events) {
    Instant now = events.get(events.size() - 1).metadata().time();
    @Nullable StreamEntity found = lock(stream);
    long before = found == null ? 0 : found.version();
    if (!condition.holdsAt(before)) {
      throw new AppendConflictException(stream, condition, before);
    }
    StreamEntity entity = found == null ? new StreamEntity(stream, now) : found;
    entity.grow(events.size(), now);
    if (found == null) {
      entities.persist(entity);
    }
    entities.flush();
    return before;
  }
}
