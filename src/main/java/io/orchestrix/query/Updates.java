package io.orchestrix.query;

import io.orchestrix.query.ReadModelChanges.Registration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one subscriber gets, by the rules of Reactive Streams: one signal after the
 * other, each on a thread of the server and never from inside of {@code request}. Thread-safe.
 *
 * <p>The query is asked when the answer may have changed, the subscriber has requested one and the
 * last ask is long enough ago. What comes meanwhile is remembered as one change.
 */
final class Updates<R> implements Subscription {

  private static final Logger LOG = System.getLogger(Updates.class.getPackageName());

  private static final String FAILED =
      "ORX-2208 The subscriber %s threw %s, which the rules of Reactive Streams forbid; it gets no more answers.";

  private final Object lock = new Object();
  private final Supplier<R> question;
  private final UpdatePace pace;

  /** {@code null} when it has ended. */
  private @Nullable Subscriber<? super R> subscriber;

  private @Nullable Registration listening;
  private volatile @Nullable R last;
  private @Nullable RuntimeException refusal;
  private long demand;

  /** The answer may be another one than the last. */
  private boolean isChanged = true;

  /** A thread has the turn to signal, or is on its way to it; so has the one that subscribes. */
  private boolean isBusy = true;

  /** The last ask is not long enough ago. */
  private boolean isResting;

  Updates(Subscriber<? super R> subscriber, Supplier<R> question, UpdatePace pace) {
    this.subscriber = Objects.requireNonNull(subscriber);
    this.question = question;
    this.pace = pace;
  }

  void begin(ReadModelChanges changes, Set<String> projections) {
    Objects.requireNonNull(subscriber).onSubscribe(this);
    if (isOpen()) {
      try {
        keep(changes.listen(projections, this::changed));
      } catch (RuntimeException | Error e) {
        end(e);
      }
    }
    passOn();
  }

  private boolean isOpen() {
    synchronized (lock) {
      return subscriber != null;
    }
  }

  /** From here on no change is missed: the first answer is asked for later. */
  private void keep(Registration registration) {
    synchronized (lock) {
      if (subscriber != null) {
        listening = registration;
        return;
      }
    }
    registration.close();
  }

  @Override
  public void request(long many) {
    synchronized (lock) {
      if (many > 0) {
        demand = demand + many < 0 ? Long.MAX_VALUE : demand + many;
      } else {
        refusal =
            new IllegalArgumentException(
                "Rule 3.9 of Reactive Streams: %d answers were requested, which is less than one"
                    .formatted(many));
      }
    }
    wake();
  }

  @Override
  public void cancel() {
    release();
  }

  private void changed() {
    synchronized (lock) {
      isChanged = true;
    }
    wake();
  }

  private void rested() {
    synchronized (lock) {
      isResting = false;
    }
    wake();
  }

  /** Gives a thread the turn, if there is something to do and no other has it. */
  private void wake() {
    synchronized (lock) {
      boolean canAsk = isChanged && demand > 0 && !isResting;
      if (isBusy || subscriber == null || !(canAsk || refusal != null)) {
        return;
      }
      isBusy = true;
    }
    try {
      pace.next(this::turn, this::end);
    } catch (QueryNotAcceptedException e) {
      end(e);
    }
  }

  private void passOn() {
    synchronized (lock) {
      isBusy = false;
    }
    wake();
  }

  private void turn() {
    try {
      if (mayAsk()) {
        signal(question.get());
      }
    } catch (RuntimeException | Error e) {
      end(e);
    }
    passOn();
  }

  /** A change that comes after this leads to another ask. */
  private boolean mayAsk() {
    synchronized (lock) {
      if (refusal != null) {
        throw refusal;
      }
      if (subscriber == null) {
        return false;
      }
      isChanged = false;
      isResting = pace.hasInterval();
    }
    if (pace.hasInterval()) {
      pace.afterInterval(this::rested);
    }
    return true;
  }

  private void signal(R answer) {
    if (answer.equals(last)) {
      return;
    }
    Subscriber<? super R> to;
    synchronized (lock) {
      to = subscriber;
      if (to == null || refusal != null) {
        return;
      }
      last = answer;
      demand = demand == Long.MAX_VALUE ? demand : demand - 1;
    }
    try {
      to.onNext(answer);
    } catch (RuntimeException e) { // rule 2.13: it counts as cancelled
      LOG.log(Level.WARNING, FAILED.formatted(to.getClass().getName(), e.getClass().getName()));
      cancel();
    }
  }

  private void end(Throwable failure) {
    Subscriber<? super R> to = release();
    if (to == null) {
      return;
    }
    try {
      to.onError(failure);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, FAILED.formatted(to.getClass().getName(), e.getClass().getName()));
    }
  }

  /** Lets go of the subscriber (rule 3.13), of the answer and of the read models. */
  private @Nullable Subscriber<? super R> release() {
    Subscriber<? super R> released;
    Registration registration;
    synchronized (lock) {
      released = subscriber;
      registration = listening;
      subscriber = null;
      listening = null;
      last = null;
    }
    if (registration != null) {
      registration.close();
    }
    return released;
  }
}
