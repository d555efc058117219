package io.orchestrix.eventstore;

import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a monitor what a store is asked for, how long that takes and how it ends. As thread-safe as
 * the store.
 */
public final class MonitoredEventStore implements EventStore {

  private final EventStore store;
  private final Monitor monitor;

  public MonitoredEventStore(EventStore store, Monitor monitor) {
    this.store = store;
    this.monitor = monitor;
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    try {
      return told("append", () -> store.append(appends));
    } catch (ConflictException e) {
      StreamId stream =
          e instanceof AppendConflictException found ? found.stream() : appends.get(0).stream();
      monitor.on(new Signal.AppendConflicted(stream.category()));
      throw e;
    }
  }

  @Override
  public long lock(StreamId stream) {
    return told("lock stream", () -> store.lock(stream));
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    return told("read stream", () -> store.page(stream, range, atMost));
  }

  @Override
  public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
    return told("read all", () -> store.pageOfAll(after, filter, atMost));
  }

  @Override
  public List<RecordedEvent> feed(GlobalPosition after, GlobalPosition read, int atMost) {
    return told("read all", () -> store.feed(after, read, atMost));
  }

  @Override
  public Backlog backlog(GlobalPosition after) {
    return told("count events", () -> store.backlog(after));
  }

  @Override
  public GlobalPosition before(Instant instant) {
    return told("find instant", () -> store.before(instant));
  }

  @Override
  public Watermark watermark() {
    Watermark found = told("read watermark", store::watermark);
    monitor.on(found.signal());
    return found;
  }

  @Override
  public Set<EventRevision> otherTypes(Set<EventRevision> known) {
    return told("compare types", () -> store.otherTypes(known));
  }

  @Override
  public Optional<StreamInfo> info(StreamId stream) {
    return told("look at stream", () -> store.info(stream));
  }

  @Override
  public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
    return told("list streams", () -> store.streams(query, after, atMost));
  }

  @Override
  public void archive(StreamId stream) {
    told("archive stream", () -> store.archive(stream));
  }

  @Override
  public void unarchive(StreamId stream) {
    told("unarchive stream", () -> store.unarchive(stream));
  }

  @Override
  public void delete(StreamId stream) {
    told("delete stream", () -> store.delete(stream));
  }

  private void told(String operation, Runnable work) {
    told(
        operation,
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T told(String operation, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      T answer = work.get();
      monitor.on(new Signal.StoreOperated(operation, since(start), null));
      return answer;
    } catch (RuntimeException | Error e) {
      monitor.on(new Signal.StoreOperated(operation, since(start), e));
      throw e;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
