package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the histories of the streams that were used last, so that they are not read again.
 *
 * <p>It keeps what aggregates are rebuilt from, never an aggregate. Nothing in it is believed: each
 * history bears the id of its last event, and whoever uses it compares that with the store. So it
 * needs no part in transactions, and what one that was rolled back has left behind does no harm.
 * Thread-safe.
 */
public final class HistoryCache {

  private final long most;
  private final Map<StreamId, History> histories = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  /**
   * @param most how many events it holds at most, over all streams; 0 for none
   */
  public HistoryCache(long most) {
    this.most = most;
  }

  /** Whether it has room for so many events of one stream. */
  boolean holds(long events) {
    return events < most;
  }

  synchronized @Nullable History get(StreamId stream) {
    return histories.get(stream);
  }

  /** Remembers a history in place of the one before, and forgets what was not used for longest. */
  synchronized void put(StreamId stream, History history) {
    forget(stream);
    if (history.weight() > most) {
      return;
    }
    histories.put(stream, history);
    weight += history.weight();
    Iterator<History> eldest = histories.values().iterator();
    while (weight > most) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }

  synchronized void forget(StreamId stream) {
    History former = histories.remove(stream);
    if (former != null) {
      weight -= former.weight();
    }
  }

  /** The history of a stream, if it ends with the event {@code head}. */
  @Nullable History endingWith(@Nullable UUID head, StreamId stream) {
    History history = get(stream);
    return history != null && head != null && head.equals(history.head()) ? history : null;
  }

  /** How much it holds, in events. */
  synchronized long weight() {
    return weight;
  }
}
