package io.orchestrix.subscription;

import static org.awaitility.Awaitility.await;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.config.Backoff;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.unitofwork.RetryPolicy;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes the marks of events, as far as the transaction that handles them commits. */
final class Marks implements EventHandler {

  private final UnitOfWork unitOfWork;
  private final List<String> committed = new CopyOnWriteArrayList<>();
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final AtomicInteger ending = new AtomicInteger();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  volatile AfterFailure then = AfterFailure.DEAD_LETTER;
  volatile int attempts = 2;
  volatile Duration pause = Duration.ofMillis(5);
  volatile Runnable inBatch = () -> {};
  volatile Runnable onFailure = () -> {};
  volatile boolean isBroken;
  private final AtomicInteger breaks = new AtomicInteger();

  Marks(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public boolean wants(RecordedEvent event) {
    return !((Marked) event.payload()).mark().equals("unwanted");
  }

  @Override
  public FailurePolicy onFailure(RecordedEvent event) {
    return new FailurePolicy(new RetryPolicy(Backoff.FIXED, attempts, pause, pause, false), then);
  }

  int breaks() {
    return breaks.get();
  }

  @Override
  public void handle(EventBatch batch) {
    if (isBroken) {
      breaks.incrementAndGet();
      throw new IllegalStateException("cannot handle anything");
    }
    List<String> noted = new ArrayList<>();
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            committed.addAll(noted);
            batches.add(noted.size());
          }
          ending.addAndGet(-noted.size());
        });
    while (batch.hasNext()) {
      String mark = ((Marked) batch.next().payload()).mark();
      tried.add(mark);
      if (failing.contains(mark)) {
        onFailure.run();
        throw new IllegalStateException("cannot handle " + mark);
      }
      ending.incrementAndGet();
      noted.add(batch.isReplayed() ? mark + " again" : mark);
    }
    inBatch.run();
  }

  void failOn(String mark) {
    failing.add(mark);
  }

  void handleAgain(String mark) {
    failing.remove(mark);
  }

  /** The checkpoint is seen to move a moment before the handler hears of the commit. */
  List<String> committed() {
    await().until(() -> ending.get() == 0);
    return committed;
  }

  void awaitMany(int many) {
    await().until(() -> committed.size() >= many);
  }

  List<String> tried() {
    return tried;
  }

  List<Integer> batches() {
    return batches;
  }
}
