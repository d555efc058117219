package io.orchestrix.aggregate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orchestrix.eventstore.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the histories of the streams that are used most, so that they are not read again.
 *
 * <p>It keeps what aggregates are rebuilt from, never an aggregate. Nothing in it is believed: each
 * history bears the id of its last event, and whoever uses it compares that with the store. So it
 * needs no part in transactions, and what one that was rolled back has left behind does no harm.
 * Thread-safe; no thread waits for another.
 */
public final class HistoryCache {

  private final long most;
  private final Cache<StreamId, History> histories;

  /**
   * @param most how many events it holds at most, over all streams; 0 for none
   */
  public HistoryCache(long most) {
    this.most = most;
    this.histories =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((StreamId s, History history) -> (int) Math.min(history.weight(), most))
            .executor(Runnable::run) // no thread but those of the server
            .build();
  }

  /** Whether it has room for so many events of one stream. */
  boolean holds(long events) {
    return events < most;
  }

  @Nullable History get(StreamId stream) {
    return histories.getIfPresent(stream);
  }

  /** Remembers a history in place of the one before, if there is room for it. */
  void put(StreamId stream, History history) {
    if (history.weight() > most) {
      histories.invalidate(stream);
    } else {
      histories.put(stream, history);
    }
  }

  void forget(StreamId stream) {
    histories.invalidate(stream);
  }

  /** The history of a stream, if it ends with the event {@code head}. */
  @Nullable History endingWith(@Nullable UUID head, StreamId stream) {
    History history = get(stream);
    return history != null && head != null && head.equals(history.head()) ? history : null;
  }

  /** How much it holds, in events, what is on its way out left out. */
  public long weight() {
    histories.cleanUp();
    return histories.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }
}
