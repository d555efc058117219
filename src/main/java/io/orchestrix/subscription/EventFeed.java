package io.orchestrix.subscription;

import io.orchestrix.eventstore.GlobalReader;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of the store, as all subscriptions of a node read them: each is read once for those
 * that want it at about the same time, be it that they catch up or that it is new. Thread-safe.
 *
 * <p>It holds a bounded number of events, in chunks that were read together. Who reads a chunk has
 * the next one read meanwhile.
 */
final class EventFeed {

  /** How many events are read at once. */
  static final int PAGE = 2_000;

  /** How many events are held, but for the last chunk. */
  private static final int CAPACITY = 12_000;

  private final GlobalReader reader;
  private final SubscriptionThreads threads;
  private final NavigableMap<Long, Chunk> chunks = new ConcurrentSkipListMap<>();
  private final Map<Long, CompletableFuture<Chunk>> loading = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();

  /** After which nothing was there when somebody looked last. */
  private final AtomicLong end = new AtomicLong(-1);

  /** The end when somebody polled last. */
  private final AtomicLong polled = new AtomicLong(-1);

  EventFeed(GlobalReader reader, SubscriptionThreads threads) {
    this.reader = reader;
    this.threads = threads;
  }

  /** Events that were read together: all those after one position up to the last of them. */
  private static final class Chunk {
    private final long after;
    private final List<RecordedEvent> events;
    private volatile long used;

    Chunk(long after, List<RecordedEvent> events) {
      this.after = after;
      this.events = events;
    }

    boolean isFull() {
      return events.size() >= PAGE;
    }

    long last() {
      return events.isEmpty() ? after : positionOf(events.size() - 1);
    }

    private long positionOf(int index) {
      return events.get(index).position().value();
    }

    /** The index of the first event after a position. */
    private int indexAfter(long position) {
      int from = 0;
      int to = events.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (positionOf(middle) <= position) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }

  /**
   * The next events after a position; empty when there are none yet, as far as is known.
   *
   * @param atMost how many at most; fewer only at the end
   */
  List<RecordedEvent> after(GlobalPosition position, int atMost) {
    List<RecordedEvent> found = new ArrayList<>();
    long last = position.value();
    boolean mayGoOn = true;
    while (mayGoOn && found.size() < atMost) {
      Chunk chunk = covering(last);
      if (chunk == null && last != end.get()) {
        chunk = load(last);
      }
      if (chunk == null || chunk.events.isEmpty()) {
        break;
      }
      chunk.used = uses.incrementAndGet();
      readAhead(chunk, atMost);
      int from = chunk.indexAfter(last);
      int to = Math.min(chunk.events.size(), from + atMost - found.size());
      found.addAll(chunk.events.subList(from, to));
      last = chunk.positionOf(to - 1);
      mayGoOn = chunk.isFull() || covering(last) != null;
    }
    return found;
  }

  /**
   * Looks whether there are events after the last; whether somebody should read them. Who reads on
   * finds some, too, of which others that wait do not know.
   */
  boolean poll() {
    long last = end.get();
    boolean isFound = last >= 0 && (covering(last) != null || !load(last).events.isEmpty());
    return polled.getAndSet(last) != last || isFound;
  }

  private @Nullable Chunk covering(long position) {
    Map.Entry<Long, Chunk> floor = chunks.floorEntry(position);
    return floor == null || floor.getValue().last() <= position ? null : floor.getValue();
  }

  private void readAhead(Chunk chunk, int events) {
    long next = chunk.last();
    if (chunk.isFull() && covering(next) == null && !loading.containsKey(next)) {
      try {
        threads.execute(() -> readOn(next, Math.min(events, CAPACITY / 2)));
      } catch (RejectedExecutionException e) {
        // then it is read when it is asked for
      }
    }
  }

  private void readOn(long after, int events) {
    Chunk chunk = load(after);
    for (int read = PAGE; read < events && chunk.isFull(); read += PAGE) {
      Chunk known = covering(chunk.last());
      chunk = known == null ? load(chunk.last()) : known;
    }
  }

  /** Reads what follows a position, once for all who ask meanwhile. */
  private Chunk load(long after) {
    CompletableFuture<Chunk> own = new CompletableFuture<>();
    CompletableFuture<Chunk> other = loading.putIfAbsent(after, own);
    if (other != null) {
      return join(other);
    }
    try {
      Chunk chunk = new Chunk(after, reader.feed(new GlobalPosition(after), PAGE));
      keep(chunk);
      own.complete(chunk);
      return chunk;
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      loading.remove(after, own);
    }
  }

  private static Chunk join(CompletableFuture<Chunk> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private synchronized void keep(Chunk chunk) {
    chunk.used = uses.incrementAndGet();
    if (!chunk.events.isEmpty()) {
      Map.Entry<Long, Chunk> before = chunks.lowerEntry(chunk.after);
      if (before != null && canJoin(before.getValue(), chunk)) {
        chunks.put(before.getKey(), joined(before.getValue(), chunk));
      } else {
        chunks.put(chunk.after, chunk);
      }
      evict();
    }
    if (!chunk.isFull()) {
      end.accumulateAndGet(chunk.last(), Math::max);
    }
  }

  /** So that a quiet stream of single events does not become a chain of single chunks. */
  private static boolean canJoin(Chunk before, Chunk chunk) {
    return before.last() == chunk.after && before.events.size() + chunk.events.size() < PAGE;
  }

  private static Chunk joined(Chunk before, Chunk chunk) {
    List<RecordedEvent> all = new ArrayList<>(before.events.size() + chunk.events.size());
    all.addAll(before.events);
    all.addAll(chunk.events);
    Chunk joined = new Chunk(before.after, all);
    joined.used = chunk.used;
    return joined;
  }

  private void evict() {
    int held = chunks.values().stream().mapToInt(chunk -> chunk.events.size()).sum();
    while (held > CAPACITY && chunks.size() > 1) {
      Chunk oldest = chunks.values().stream().min(Comparator.comparingLong(c -> c.used)).get();
      chunks.remove(oldest.after);
      held -= oldest.events.size();
    }
  }
}
