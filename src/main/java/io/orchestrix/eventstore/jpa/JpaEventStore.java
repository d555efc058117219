package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps events in a relational database. Every operation joins the transaction of the thread, or is
 * one of its own. Thread-safe.
 */
public final class JpaEventStore implements EventStore {

  private static final String OF_STREAM =
      EventRow.SELECT + "where e.streamId = :stream and e.version > :after order by e.version";
  private static final String OF_ALL =
      EventRow.SELECT
          + "where e.position > :after and e.position <= :watermark order by e.position";

  private final EntityManager entities;
  private final UnitOfWork unitOfWork;
  private final StreamAppend append;
  private final GlobalOrder order;
  private final EventTypes types;
  private final PayloadCodec codec;
  private final Monitor monitor;

  /**
   * @param schema the database schema that holds the tables
   */
  public JpaEventStore(
      StorePersistence persistence,
      String schema,
      UnitOfWork unitOfWork,
      EventTypes types,
      PayloadCodec codec,
      Monitor monitor) {
    this.entities = persistence.entities();
    this.unitOfWork = unitOfWork;
    this.order = unitOfWork.get(() -> GlobalOrders.forDatabaseOf(entities, unitOfWork, schema));
    this.append = new StreamAppend(entities, schema, order, types, codec);
    this.types = types;
    this.codec = codec;
    this.monitor = monitor;
  }

  @Override
  public AppendResult append(StreamId stream, AppendCondition condition, List<NewEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("An append takes at least one event.");
    }
    long start = System.nanoTime();
    AppendResult result =
        unitOfWork.get(
            () -> {
              try {
                return append.to(stream, condition, events);
              } catch (RuntimeException e) {
                throw Failures.ofAppend(stream, condition, e);
              }
            });
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    monitor.on(new Signal.EventsAppended(stream.category(), events.size(), elapsed));
    return result;
  }

  @Override
  public void lock(StreamId stream) {
    if (unitOfWork.isActive()) {
      doing("lock " + stream, () -> append.lock(stream));
    }
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, long afterVersion, int atMost) {
    return doing(
        "read " + stream,
        () ->
            entities
                .createQuery(OF_STREAM, EventRow.class)
                .setParameter("stream", stream.toString())
                .setParameter("after", afterVersion)
                .setMaxResults(atMost)
                .getResultList()
                .stream()
                .map(this::recorded)
                .toList());
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, int atMost) {
    return doing(
        "read all events",
        () -> {
          long watermark = order.watermark(entities);
          return entities
              .createQuery(OF_ALL, EventRow.class)
              .setParameter("after", after.value())
              .setParameter("watermark", watermark)
              .setMaxResults(atMost)
              .getResultList()
              .stream()
              .map(this::recorded)
              .toList();
        });
  }

  private RecordedEvent recorded(EventRow row) {
    return row.toRecordedEvent(types, codec);
  }

  private <T> T doing(String what, Supplier<T> work) {
    return unitOfWork.get(
        () -> {
          try {
            return work.get();
          } catch (RuntimeException e) {
            throw Failures.of(what, e);
          }
        });
  }
}
