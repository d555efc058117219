package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.Backlog;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in a relational database. Every operation joins the transaction of the thread, or is
 * one of its own. Thread-safe.
 */
public final class JpaEventStore implements EventStore {

  private final EntityManager entities;
  private final UnitOfWork unitOfWork;
  private final GlobalOrder order;
  private final StreamRows streams;
  private final PublishedAppends published;
  private final EventQueries events;
  private final StreamQueries directory;
  private final StreamLife life;
  private final WrittenTypes types;
  private final Backlogs backlogs;

  /**
   * @param schema the database schema that holds the tables
   * @param deletionAllowed whether streams may be deleted
   * @param publisher is told of the events of each append
   */
  public JpaEventStore(
      StorePersistence persistence,
      String schema,
      UnitOfWork unitOfWork,
      EventFormat format,
      boolean deletionAllowed,
      EventPublisher publisher) {
    this.entities = persistence.entities();
    this.unitOfWork = unitOfWork;
    this.order = unitOfWork.get(() -> GlobalOrders.forDatabaseOf(entities, unitOfWork, schema));
    this.streams = new StreamRows(entities, schema, order);
    StoredEvents stored = new StoredEvents(entities, schema);
    EventTags tags = new EventTags(entities, schema);
    Appending appending = new Appending(entities, streams, stored, tags, order, format);
    this.published = new PublishedAppends(unitOfWork, appending, publisher);
    this.events = new EventQueries(entities, schema, format);
    this.directory = new StreamQueries(entities, schema);
    this.life = new StreamLife(entities, streams, schema, deletionAllowed);
    this.types = new WrittenTypes(entities, schema, order);
    this.backlogs = new Backlogs(entities, schema);
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    Append.check(appends);
    return published.run(appends);
  }

  @Override
  public long lock(StreamId stream) {
    return getting(
        "lock " + stream,
        () -> {
          StreamEntity found = streams.lock(stream);
          return found == null ? 0L : found.version();
        });
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    return getting("read " + stream, () -> events.ofStream(stream, range, atMost));
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return getting(
        "read all events", () -> events.ofAll(after, order.watermark(entities), filter, atMost));
  }

  @Override
  public List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost) {
    return getting(
        "read all events",
        () -> {
          long readable = Math.max(order.watermark(entities), read.value());
          return events.ofAll(after, readable, EventFilter.NONE, atMost);
        });
  }

  @Override
  public Backlog backlog(GlobalPosition after) {
    return getting("count events", () -> backlogs.after(after, order.watermark(entities)));
  }

  @Override
  public GlobalPosition before(Instant instant) {
    return getting("find the events of an instant", () -> backlogs.before(instant));
  }

  @Override
  public Watermark watermark() {
    return getting("read the watermark", () -> order.inspect(entities));
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return getting("compare event types", () -> types.others(known));
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return getting(
        "look at " + stream,
        () -> Optional.ofNullable(streams.find(stream)).map(StreamEntity::info));
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return getting("list streams", () -> directory.page(query, after, atMost));
  }

  @Override
  public void archive(StreamId stream) {
    doing("archive " + stream, () -> life.enter(stream, StreamState.ARCHIVED));
  }

  @Override
  public void unarchive(StreamId stream) {
    doing("un-archive " + stream, () -> life.enter(stream, StreamState.ACTIVE));
  }

  @Override
  public void delete(StreamId stream) {
    doing("delete " + stream, () -> life.delete(stream));
  }

  private void doing(String what, Runnable work) {
    getting(
        what,
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T getting(String what, Supplier<T> work) {
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
