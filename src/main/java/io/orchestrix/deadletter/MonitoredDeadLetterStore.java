package io.orchestrix.deadletter;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a monitor what has become of dead letters. Thread-safe if the monitor is. */
public final class MonitoredDeadLetterStore implements DeadLetterStore {

  private final DeadLetterStore store;
  private final UnitOfWork unitOfWork;
  private final Monitor monitor;

  public MonitoredDeadLetterStore(DeadLetterStore store, UnitOfWork unitOfWork, Monitor monitor) {
    this.store = store;
    this.unitOfWork = unitOfWork;
    this.monitor = monitor;
  }

  @Override
  public boolean change(DeadLetterChange change) {
    boolean done = store.change(change);
    if (done) {
      tell(change.after(), change.action().step());
    }
    return done;
  }

  private void tell(DeadLetter letter, DeadLetterStep step) {
    String subscription = letter.id().subscription();
    switch (step) {
      case PARK, FAIL_AGAIN ->
          committed(new Signal.DeadLetterParked(subscription, letter.attempts()));
      case HANDLE -> committed(new Signal.DeadLetterHandled(subscription));
      case DISCARD -> committed(new Signal.DeadLettersDiscarded(subscription, 1));
      case RETRY, EDIT -> {}
    }
  }

  @Override
  public int discardOpen(String subscription, GlobalPosition after, String reason, Instant now) {
    int letters = store.discardOpen(subscription, after, reason, now);
    if (letters > 0) {
      committed(new Signal.DeadLettersDiscarded(subscription, letters));
    }
    return letters;
  }

  private void committed(Signal signal) {
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            monitor.on(signal);
          }
        });
  }

  @Override
  public void queue(Collection<DeadLetterSubject> subjects, Instant now) {
    store.queue(subjects, now);
  }

  @Override
  public Set<String> sequences(String subscription) {
    return store.sequences(subscription);
  }

  @Override
  public List<DeadLetter> runnable(String subscription, GlobalPosition after, int atMost) {
    return store.runnable(subscription, after, atMost);
  }

  @Override
  public void remove(String subscription) {
    store.remove(subscription);
  }

  @Override
  public Optional<DeadLetter> find(DeadLetterId id) {
    return store.find(id);
  }

  @Override
  public Optional<DeadLetter> next(String subscription, String sequence) {
    return store.next(subscription, sequence);
  }

  @Override
  public List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost) {
    return store.page(query, after, atMost);
  }

  @Override
  public List<DeadLetterAction> history(DeadLetterId id) {
    return store.history(id);
  }

  @Override
  public List<DeadLetterCount> counts() {
    return store.counts();
  }

  @Override
  public List<DeadLetterCount> openCounts() {
    return store.openCounts();
  }
}
