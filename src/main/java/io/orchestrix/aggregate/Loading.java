package io.orchestrix.aggregate;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamReader;
import io.orchestrix.monitor.Signal;
import io.orchestrix.monitor.Signal.SnapshotIgnored.Reason;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds one aggregate as its stream is: from what is remembered of it, else from its snapshot,
 * else from its first event. Whatever it begins with has to be continued by the events of the
 * store.
 */
final class Loading<T extends AggregateRoot> {

  private final AggregateType<T> type;
  private final AggregateServices services;
  private final SnapshotKeeper<T> snapshots;
  private final StreamId stream;
  private final StreamInfo info;
  private final long start;

  /**
   * @param info what the store says of the stream, asked before any event is read: it is the
   *     version that the aggregate will have, and the condition of its append
   * @param start when that began, in nanoseconds
   */
  Loading(
      AggregateType<T> type,
      AggregateServices services,
      SnapshotKeeper<T> snapshots,
      StreamInfo info,
      long start) {
    this.type = type;
    this.services = services;
    this.snapshots = snapshots;
    this.stream = info.id();
    this.info = info;
    this.start = start;
  }

  T run() {
    History remembered = services.histories().get(stream);
    if (remembered != null) {
      T aggregate = from(remembered, false);
      if (aggregate != null) {
        return aggregate;
      }
      services.histories().forget(stream);
    }
    Snapshot snapshot = snapshots.find(stream);
    if (snapshot != null) {
      T aggregate = from(History.of(snapshot), true);
      if (aggregate != null) {
        return aggregate;
      }
    }
    T aggregate = from(History.NONE, true);
    if (aggregate == null) {
      throw new IllegalStateException("Nothing contradicts the first event.");
    }
    return aggregate;
  }

  /**
   * Goes on from there; {@code null} if the store has other events, or a snapshot is unreadable.
   *
   * @param isStored whether all of it comes from the store, so that other events are a fault; what
   *     is only remembered may have been undone
   */
  private @Nullable T from(History known, boolean isStored) {
    List<RecordedEvent> page = known.version() < info.version() ? page(known.version()) : List.of();
    if (!isContinued(known, page)) {
      if (known.snapshot() != null && isStored) {
        snapshots.ignored(Reason.OTHER_EVENTS, stream, null);
      }
      return null;
    }
    long restoring = services.nanos().getAsLong();
    T aggregate =
        known.snapshot() == null ? type.create(stream.key()) : snapshots.restore(known.snapshot());
    if (aggregate == null) {
      return null;
    }
    long restored = services.nanos().getAsLong() - restoring;
    replay(known, aggregate);
    History all = known.version() == info.version() ? known : readOn(known, page, aggregate);
    long elapsed = services.nanos().getAsLong() - start;
    aggregate.stored(
        new Provenance(
            info.version(), info.head(), info.version(), all.kept(), elapsed - restored));
    int events = (int) (info.version() - known.base());
    services
        .monitor()
        .on(new Signal.AggregateLoaded(type.category(), events, Duration.ofNanos(elapsed)));
    return aggregate;
  }

  /** A first page begins with the last event that is known, so that it can be compared. */
  private boolean isContinued(History known, List<RecordedEvent> page) {
    if (known.version() == 0) {
      return true;
    }
    if (known.version() >= info.version()) {
      return known.version() == info.version() && info.head().equals(known.head());
    }
    return !page.isEmpty()
        && page.get(0).version() == known.version()
        && page.get(0).metadata().id().equals(known.head());
  }

  private void replay(History known, T aggregate) {
    List<Past> rows = known.rows();
    long base = known.base();
    for (int i = 0; i < rows.size(); i++) {
      aggregate.replay(rows.get(i).events(services.format()), base + i + 1);
    }
  }

  /** Applies what is not known yet, one page after the other, and remembers it if there is room. */
  private History readOn(History known, List<RecordedEvent> first, T aggregate) {
    Rows rows = new Rows(services, info.version() - known.base());
    List<RecordedEvent> page = first;
    long version = known.version();
    UUID head = null;
    while (!page.isEmpty()) {
      for (RecordedEvent event : page) {
        if (event.version() > version) {
          rows.add(event.payloads());
          aggregate.replay(event.payloads(), event.version());
          version = event.version();
          head = event.metadata().id();
        }
      }
      page =
          version < info.version() && page.size() == StreamReader.PAGE
              ? page(version + 1)
              : List.of();
    }
    if (version != info.version() || !info.head().equals(head)) {
      throw new ConflictException(
          new IllegalStateException(stream + " was changed while it was read."));
    }
    List<Past> read = rows.toList();
    if (read == null) {
      return known;
    }
    History all = known.plus(read, info.head());
    services.histories().put(stream, all);
    return all;
  }

  private List<RecordedEvent> page(long from) {
    StreamRange range = StreamRange.ALL.from(Math.max(1, from)).to(info.version());
    return services.store().page(stream, range, StreamReader.PAGE);
  }
}
