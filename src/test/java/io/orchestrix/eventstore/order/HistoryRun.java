package io.orchestrix.eventstore.order;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many writers on few streams, a fifth of their transactions rolled back, some held open, while
 * readers follow.
 *
 * @param events how many are committed at least
 */
record HistoryRun(Container container, int writers, int streams, int events, long seed) {

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What writers did.
   *
   * @param committed the ids of the events that are there
   * @param conflicts how often an append was refused because another one was faster
   */
  record Written(Set<UUID> committed, int conflicts) {}

  /** Writes and reads until every writer has ended. */
  Written run(List<Reader> readers) throws Exception {
    Set<UUID> committed = ConcurrentHashMap.newKeySet();
    AtomicInteger left = new AtomicInteger(events);
    AtomicInteger conflicts = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        SplittableRandom random = new SplittableRandom(seed + i);
        writing.add(threads.submit(() -> write(random, left, committed, conflicts)));
      }
      List<Future<?>> reading = new ArrayList<>();
      for (Reader reader : readers) {
        reading.add(threads.submit(() -> follow(reader, writing)));
      }
      for (Future<?> end : writing) {
        end.get(2, TimeUnit.HOURS);
      }
      for (Future<?> end : reading) {
        end.get(1, TimeUnit.MINUTES);
      }
      return new Written(committed, conflicts.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private void write(
      SplittableRandom random, AtomicInteger left, Set<UUID> committed, AtomicInteger conflicts) {
    Writer writer = new Writer(container);
    UnitOfWork unitOfWork = container.get(UnitOfWork.class);
    while (left.get() > 0) {
      StreamId stream = new StreamId("hot", Integer.toString(random.nextInt(streams)));
      String[] texts = new String[1 + random.nextInt(4)];
      Arrays.fill(texts, "x");
      try {
        List<UUID> ids =
            unitOfWork.get(
                () -> {
                  if (random.nextInt(4) == 0) { // decides against it after it has locked the stream
                    container.get(EventStore.class).lock(stream);
                    throw new RolledBack();
                  }
                  List<UUID> appended = writer.appendHere(stream, texts);
                  linger(random);
                  if (random.nextInt(5) == 0) {
                    throw new RolledBack();
                  }
                  return appended;
                });
        committed.addAll(ids);
        left.addAndGet(-ids.size());
      } catch (RolledBack e) {
        // nothing was kept, nothing is expected
      } catch (ConflictException e) {
        conflicts.incrementAndGet();
      }
    }
  }

  /** Some transactions stay open a little after their append, as real ones do. */
  private static void linger(SplittableRandom random) {
    if (random.nextInt(10) == 0) {
      LockSupport.parkNanos(random.nextInt(3_000_000));
    }
  }

  private static void follow(Reader reader, List<Future<?>> writing) {
    while (!writing.stream().allMatch(Future::isDone)) {
      reader.catchUp();
    }
    reader.catchUp();
  }
}
