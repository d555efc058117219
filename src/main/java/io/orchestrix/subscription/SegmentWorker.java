package io.orchestrix.subscription;

import io.orchestrix.background.Hesitation;
import io.orchestrix.background.Signalled;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Works on a segment, for as long as the node has a claim on it: takes the next events from the
 * feed, has them handled batch by batch, and sleeps when there are none. Thread-safe.
 */
final class SegmentWorker {

  private static final Duration BOUND_ASKED_EACH = Duration.ofMillis(50);

  private final NextEvents events;
  private final Lease lease;
  private final Runnable idle;
  private final Consumer<SegmentId> progress;
  private final SegmentTask task;
  private final LetterTask letters;
  private final Signalled working;
  private final Hesitation hesitation = new Hesitation();

  /** Held while it works, so that others can wait for the end of that. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean isIdle;
  private volatile boolean isOver;

  /**
   * @param idle is called when it waits for events
   * @param progress is told when it has passed events
   */
  SegmentWorker(
      Subscription subscription,
      SegmentState state,
      SubscriptionServices services,
      EventFeed feed,
      Lease lease,
      Runnable idle,
      Consumer<SegmentId> progress) {
    this.lease = lease;
    this.idle = idle;
    this.progress = progress;
    this.task = new SegmentTask(subscription, state, services);
    this.events = new NextEvents(subscription, task, feed, services.events());
    this.letters = new LetterTask(subscription, services, task);
    this.working = new Signalled(this::work, services.threads());
  }

  Claim claim() {
    return task.claim();
  }

  /** Goes on, if there is something to do. */
  void signal() {
    working.signal();
  }

  /** Letters may be there to be tried again. */
  void refresh() {
    letters.due();
    working.insist();
  }

  /** Begins nothing any more; a batch under way goes on. */
  void end() {
    isOver = true;
  }

  /** Whether a batch may be under way. */
  boolean isBusy() {
    return turn.isLocked();
  }

  /**
   * Waits until no batch is under way.
   *
   * @return whether that was in time; it never is on the thread that handles the batch
   */
  boolean awaitRest(long nanos) {
    try {
      if (!turn.tryLock(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    boolean isOwn = turn.getHoldCount() > 1;
    turn.unlock();
    return !isOwn;
  }

  boolean isOver() {
    return isOver;
  }

  /** Whether it waits for new events. */
  boolean isIdle() {
    return isIdle;
  }

  /** The last event that it has passed, be it that the store does not know yet. */
  GlobalPosition position() {
    return task.progress().position();
  }

  private void work() {
    turn.lock();
    try {
      workInTurn();
    } finally {
      turn.unlock();
    }
  }

  private void workInTurn() {
    isIdle = false;
    if (isOver || !lease.isValid()) {
      return; // the next beat of the node extends the lease, and signals
    }
    try {
      step();
      hesitation.reset();
    } catch (FencedException e) {
      isOver = true;
    } catch (RuntimeException | Error e) {
      task.forget();
      working.signalIn(hesitation.after(e, "subscription " + claim().id()));
    }
  }

  private void step() {
    task.know();
    if (task.failures().isFinal()) {
      return; // it is claimed anew when it is resumed
    }
    Duration pause = task.failures().pause();
    if (!pause.isZero()) {
      working.signalIn(pause);
      return;
    }
    boolean tried = letters.tryThose();
    List<RecordedEvent> next = events.get();
    if (next.isEmpty() && !tried) {
      sleep();
      return;
    }
    if (!next.isEmpty()) {
      task.take(next);
    }
    progress.accept(claim().id());
    signal();
  }

  private void sleep() {
    Duration untilSaved = task.progress().save();
    if (!untilSaved.isZero()) {
      working.signalIn(untilSaved);
    }
    if (events.isBounded()) {
      working.signalIn(BOUND_ASKED_EACH);
    }
    isIdle = true;
    idle.run();
  }
}
