package io.orchestrix.subscription;

import io.orchestrix.background.Excuses;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Selection.Sequenced;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a node knows of a segment that it works on, and its pieces of work. Used by one thread. */
final class SegmentTask {

  private final Subscription subscription;
  private final SubscriptionServices services;
  private final Claim claim;
  private final Selecting selecting;
  private final Set<String> parked = new HashSet<>();
  private final BatchSize size;
  private final GlobalPosition replayedTo;
  private final FailedEvents failures;
  private final Excuses excuses = new Excuses();
  private final SegmentProgress progress;
  private boolean isKnown;

  SegmentTask(Subscription subscription, SegmentState state, SubscriptionServices services) {
    this.subscription = subscription;
    this.services = services;
    this.claim = new Claim(state.id(), state.epoch());
    this.selecting = new Selecting(subscription, state);
    this.size = new BatchSize(subscription.batch().events());
    this.replayedTo = state.replayedTo();
    this.failures = new FailedEvents(subscription, claim, services);
    this.progress = new SegmentProgress(claim, services.segments(), state.checkpoint());
  }

  Claim claim() {
    return claim;
  }

  BatchSize size() {
    return size;
  }

  SegmentProgress progress() {
    return progress;
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
    progress.isAt(state.checkpoint());
    failures.know(state.trouble());
    parked.clear();
    services.unitOfWork().get(() -> services.letters().sequences(subscription.name())).stream()
        .filter(selecting::isMine)
        .forEach(parked::add);
    isKnown = true;
  }

  /**
   * Handles the next events, or those of them that a batch takes.
   *
   * @throws FencedException if somebody else has the segment now
   * @throws RuntimeException if it is to be tried again, for no fault of an event
   */
  void take(List<RecordedEvent> events) {
    Selection selection = selecting.of(events, progress.position(), parked, size.limit());
    if (selection.isEmpty()) {
      progress.skipTo(selection.through());
      progress.save();
      return;
    }
    long begun = System.nanoTime();
    EventBatch batch = batchOf(selection.events());
    GlobalPosition through;
    try {
      through =
          services
              .begin(subscription, selection.events())
              .around(() -> services.unitOfWork().call(() -> handle(selection, batch)));
    } catch (FencedException e) {
      throw e;
    } catch (Throwable e) {
      excuses.rethrow(e);
      if (batch.taken() == 0) {
        throw new IllegalStateException("It failed before it took an event.", e);
      }
      failed(selection, batch, e);
      return;
    }
    excuses.none();
    passed(through);
    services.handled(subscription, batch.taken(), begun);
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
    queue(selection, through);
    progress.advance(through, batch.taken());
    return through;
  }

  /** Lets the events up to there wait whose sequences do. */
  private void queue(Selection selection, GlobalPosition through) {
    List<Sequenced> waiting = selection.waitingUpTo(through);
    if (!waiting.isEmpty()) {
      services
          .letters()
          .queue(
              waiting.stream().map(waits -> waits.subject(subscription.name())).toList(),
              services.clock().instant());
    }
  }

  /** Keys of sequences that wait behind a parked event. */
  Set<String> parked() {
    return parked;
  }

  private void passed(GlobalPosition through) {
    progress.isAt(through);
    size.passed(through);
    failures.none();
  }

  /** The event that fails is the last that was taken, unless the failure came after all of them. */
  private void failed(Selection selection, EventBatch batch, Throwable failure) {
    if (isKept()) {
      return;
    }
    int taken = batch.taken();
    RecordedEvent last = selection.handled().get(taken - 1).event();
    if (taken > 1) {
      size.shrink(batch.isHandled() ? taken / 2 : taken - 1, last.position());
      return;
    }
    Sequenced event = selection.handled().get(0);
    if (failures.isGivenUp(event, failure, parked.size())) {
      leaveOut(selection, event, failure);
    }
  }

  /** Whether the commit has succeeded, whatever it said. */
  private boolean isKept() {
    GlobalPosition before = progress.position();
    forget();
    know();
    return progress.position().compareTo(before) > 0;
  }

  /** Passes an event that was given up, and those before it that wait. */
  private void leaveOut(Selection selection, Sequenced failed, Throwable failure) {
    GlobalPosition position = failed.event().position();
    AfterFailure then = subscription.handler().onFailure(failed.event()).then();
    Instant now = services.clock().instant();
    services
        .unitOfWork()
        .run(
            () -> {
              queue(selection, position);
              if (then == AfterFailure.DEAD_LETTER) {
                services
                    .letters()
                    .park(
                        failed.subject(subscription.name()),
                        Failure.of(failure),
                        failures.attempts(),
                        now);
              }
              progress.advance(position, 0);
            });
    selection.waitingUpTo(position).forEach(waits -> parked.add(waits.key()));
    if (then == AfterFailure.DEAD_LETTER) {
      parked.add(failed.key());
    }
    passed(position);
  }
}
