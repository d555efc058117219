package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Selection.Sequenced;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a node knows of a segment that it works on, and its pieces of work. Used by one thread. */
final class SegmentTask {

  /** Events that nobody wants move the checkpoint at most so often. */
  private static final long SAVED_EACH = Duration.ofMillis(100).toNanos();

  /** A conflict is nobody's fault, but not for ever. */
  private static final int CONFLICTS = 10;

  /** A commit that fails is a conflict perhaps; not every server says why it failed. */
  private static final int UNEXPLAINED = 3;

  private final Subscription subscription;
  private final SubscriptionServices services;
  private final Claim claim;
  private final Selecting selecting;
  private final Set<String> parked = new HashSet<>();
  private final BatchSize size;
  private final GlobalPosition replayedTo;
  private final FailedEvents failures;
  private volatile GlobalPosition position;
  private boolean isKnown;
  private boolean isSaved = true;
  private long savedAt = System.nanoTime();
  private int conflicts;

  SegmentTask(Subscription subscription, SegmentState state, SubscriptionServices services) {
    this.subscription = subscription;
    this.services = services;
    this.claim = new Claim(state.id(), state.epoch());
    this.selecting = new Selecting(subscription, state);
    this.size = new BatchSize(subscription.batch().events());
    this.replayedTo = state.replayedTo();
    this.failures = new FailedEvents(subscription, claim, services);
    this.position = state.checkpoint();
  }

  Claim claim() {
    return claim;
  }

  /** The last event that it has passed, be it that the store does not know yet. */
  GlobalPosition position() {
    return position;
  }

  FailedEvents failures() {
    return failures;
  }

  /** What it knows may be wrong, as nobody can tell what the store has kept. */
  void forget() {
    isKnown = false;
  }

  /** Learns what the store knows. */
  void know() {
    if (isKnown) {
      return;
    }
    SegmentState state =
        services.segments().find(claim).orElseThrow(() -> new FencedException(claim));
    position = state.checkpoint();
    failures.know(state.trouble());
    parked.clear();
    services.unitOfWork().get(() -> services.letters().sequences(subscription.name())).stream()
        .filter(selecting::isMine)
        .forEach(parked::add);
    isSaved = true;
    isKnown = true;
  }

  /** Those of the next events that it may pass; without any it has passed all up to the bound. */
  List<RecordedEvent> inBound(List<RecordedEvent> next) {
    if (!isBounded()) {
      return next;
    }
    GlobalPosition bound = subscription.bound().of(claim.id().segment());
    List<RecordedEvent> allowed =
        next.stream().filter(event -> event.position().compareTo(bound) <= 0).toList();
    if (allowed.isEmpty() && position.compareTo(bound) < 0) {
      position = bound;
      isSaved = false;
    }
    return allowed;
  }

  boolean isBounded() {
    return subscription.bound() != Bound.NONE;
  }

  /** How many events are to be looked at to fill a batch. */
  int lookAhead() {
    int full = subscription.batch().events();
    return size.limit() == full ? Math.max(full, EventFeed.PAGE) : size.limit();
  }

  /**
   * Handles the next events, or those of them that a batch takes.
   *
   * @throws FencedException if somebody else has the segment now
   * @throws io.orchestrix.OrchestrixException if it is to be tried again, for no fault of an event
   */
  void take(List<RecordedEvent> events) {
    Selection selection = selecting.of(events, position, parked, size.limit());
    if (selection.isEmpty()) {
      position = selection.through();
      isSaved = false;
      save();
      return;
    }
    long now = System.nanoTime();
    EventBatch batch = batchOf(selection.events());
    try {
      GlobalPosition through = services.unitOfWork().call(() -> handle(selection, batch));
      passed(through);
      conflicts = 0;
      services.handled(subscription, batch.taken(), now);
    } catch (FencedException | UnavailableException | OutcomeUnknownException e) {
      throw e;
    } catch (ConflictException e) {
      if (++conflicts < CONFLICTS) {
        throw e;
      }
      failed(selection, batch, e);
    } catch (RolledBackException e) {
      if (++conflicts < UNEXPLAINED) {
        throw e;
      }
      failed(selection, batch, e);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      failed(selection, batch, e);
    }
  }

  EventBatch batchOf(List<RecordedEvent> events) {
    long endsAt = System.nanoTime() + subscription.batch().time().toNanos();
    return new EventBatch(events, replayedTo, endsAt);
  }

  private GlobalPosition handle(Selection selection, EventBatch batch) throws Exception {
    GlobalPosition through = selection.through();
    if (!selection.handled().isEmpty()) {
      subscription.handler().handle(batch);
      batch.handled();
      RecordedEvent last = batch.current();
      if (!batch.isExhausted() && last != null) {
        through = last.position();
      }
    }
    List<Sequenced> waiting = selection.waitingUpTo(through);
    if (!waiting.isEmpty()) {
      services
          .letters()
          .queue(
              waiting.stream().map(waits -> waits.subject(subscription.name())).toList(),
              services.clock().instant());
    }
    advance(through, batch.taken());
    return through;
  }

  /** Keys of sequences that wait behind a parked event. */
  Set<String> parked() {
    return parked;
  }

  /** Ends the unit of work unless the segment is still that of this worker. */
  void advance(GlobalPosition checkpoint, int handled) {
    if (!services.segments().advance(claim, checkpoint, handled)) {
      throw new FencedException(claim);
    }
  }

  private void passed(GlobalPosition through) {
    position = through;
    isSaved = true;
    savedAt = System.nanoTime();
    size.passed(through);
    failures.none();
  }

  /** The event that fails is the last that was taken, unless the failure came after all of them. */
  private void failed(Selection selection, EventBatch batch, Throwable failure) {
    if (selection.handled().isEmpty()) {
      throw new IllegalStateException("Events could not be queued behind a parked one.", failure);
    }
    int taken = Math.max(1, batch.taken());
    RecordedEvent last = selection.handled().get(taken - 1).event();
    if (taken > 1) {
      size.shrink(batch.isHandled() ? taken / 2 : taken - 1, last.position());
      return;
    }
    Sequenced event = selection.handled().get(0);
    if (failures.isGivenUp(event, failure, parked.size())) {
      if (failures.leaveOut(event, failure)) {
        parked.add(event.key());
      }
      passed(last.position());
    }
  }

  /**
   * Saves the checkpoint behind events that nobody wanted, if it is time.
   *
   * @return when it will be time; zero if there is nothing to save
   */
  Duration save() {
    if (isSaved) {
      return Duration.ZERO;
    }
    long left = savedAt + SAVED_EACH - System.nanoTime();
    if (left > 0) {
      return Duration.ofNanos(left);
    }
    advance(position, 0);
    passed(position);
    return Duration.ZERO;
  }
}
