package io.orchestrix.subscription;

import io.orchestrix.background.BackgroundThreads;
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

  /** How many events are held, but for the last chunk. */
  private static final int CAPACITY = 12_000;

  private final GlobalReader reader;
  private final BackgroundThreads threads;
  private final NavigableMap<Long, EventChunk> chunks = new ConcurrentSkipListMap<>();
  private final Map<Long, CompletableFuture<EventChunk>> loading = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();

  /** After which nothing was there when somebody looked last. */
  private final AtomicLong end = new AtomicLong(-1);

  /** The end when somebody polled last. */
  private final AtomicLong polled = new AtomicLong(-1);

  EventFeed(GlobalReader reader, BackgroundThreads threads) {
    this.reader = reader;
    this.threads = threads;
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
      EventChunk chunk = covering(last);
      if (chunk == null && last != end.get()) {
        chunk = load(last);
      }
      if (chunk == null || chunk.isEmpty()) {
        break;
      }
      chunk.used(uses.incrementAndGet());
      readAhead(chunk, atMost);
      found.addAll(chunk.after(last, atMost - found.size()));
      last = found.get(found.size() - 1).position().value();
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
    boolean isFound = last >= 0 && (covering(last) != null || !load(last).isEmpty());
    return polled.getAndSet(last) != last || isFound;
  }

  private @Nullable EventChunk covering(long position) {
    Map.Entry<Long, EventChunk> floor = chunks.floorEntry(position);
    return floor == null || floor.getValue().last() <= position ? null : floor.getValue();
  }

  private void readAhead(EventChunk chunk, int events) {
    long next = chunk.last();
    if (chunk.isFull() && covering(next) == null && !loading.containsKey(next)) {
      try {
        threads.execute(() -> readOn(next, Math.min(events, CAPACITY / 2)));
      } catch (RuntimeException e) { // servers refuse in more than one way
        // then it is read when it is asked for
      }
    }
  }

  private void readOn(long after, int events) {
    EventChunk chunk = load(after);
    for (int read = EventChunk.FULL; read < events && chunk.isFull(); read += EventChunk.FULL) {
      EventChunk known = covering(chunk.last());
      chunk = known == null ? load(chunk.last()) : known;
    }
  }

  /** Reads what follows a position, once for all who ask meanwhile. */
  private EventChunk load(long after) {
    CompletableFuture<EventChunk> own = new CompletableFuture<>();
    CompletableFuture<EventChunk> other = loading.putIfAbsent(after, own);
    if (other != null) {
      return join(other);
    }
    try {
      EventChunk chunk =
          new EventChunk(after, reader.pageOfAll(new GlobalPosition(after), EventChunk.FULL));
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

  private static EventChunk join(CompletableFuture<EventChunk> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private synchronized void keep(EventChunk chunk) {
    chunk.used(uses.incrementAndGet());
    if (!chunk.isEmpty()) {
      Map.Entry<Long, EventChunk> before = chunks.lowerEntry(chunk.start());
      if (before != null && before.getValue().canTake(chunk)) {
        chunks.put(before.getKey(), before.getValue().with(chunk));
      } else {
        chunks.put(chunk.start(), chunk);
      }
      evict();
    }
    if (!chunk.isFull()) {
      end.accumulateAndGet(chunk.last(), Math::max);
    }
  }

  private void evict() {
    int held = chunks.values().stream().mapToInt(chunk -> chunk.size()).sum();
    while (held > CAPACITY && chunks.size() > 1) {
      EventChunk oldest =
          chunks.values().stream().min(Comparator.comparingLong(EventChunk::used)).get();
      chunks.remove(oldest.start());
      held -= oldest.size();
    }
  }
}
