package io.orchestrix.subscription;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterChangedException;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Handles dead letters of a segment that may be tried again: those somebody has asked for, and
 * those that nothing holds up any more. Only the worker of the segment does, so order is kept. Used
 * by one thread, but for {@link #due}.
 */
final class LetterTask {

  private static final int AT_ONCE = 100;

  private final Subscription subscription;
  private final SubscriptionServices services;
  private final SegmentTask task;
  private volatile boolean isDue = true;

  LetterTask(Subscription subscription, SubscriptionServices services, SegmentTask task) {
    this.subscription = subscription;
    this.services = services;
    this.task = task;
  }

  /** There may be some; thread-safe. */
  void due() {
    isDue = true;
  }

  /**
   * Tries one letter, if there is any.
   *
   * @return whether there was one, so that there may be more
   */
  boolean tryOne() {
    if (!isDue || task.parked().isEmpty()) {
      return false;
    }
    isDue = false; // before looking: who says so meanwhile is heard
    Optional<DeadLetter> letter = find();
    if (letter.isPresent()) {
      isDue = true;
      tryAgain(letter.get());
    } else {
      task.parked().retainAll(sequences());
    }
    return letter.isPresent();
  }

  private Set<String> sequences() {
    return services.unitOfWork().get(() -> services.letters().sequences(subscription.name()));
  }

  private Optional<DeadLetter> find() {
    List<DeadLetter> runnable =
        services.unitOfWork().get(() -> services.letters().runnable(subscription.name(), AT_ONCE));
    return runnable.stream()
        .filter(letter -> task.parked().contains(letter.sequence()))
        .findFirst();
  }

  private void tryAgain(DeadLetter letter) {
    try {
      services.unitOfWork().call(() -> handle(letter));
    } catch (FencedException
        | UnavailableException
        | OutcomeUnknownException
        | DeadLetterChangedException e) {
      throw e;
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      services.unitOfWork().get(() -> failedAgain(letter, e));
    }
  }

  private boolean handle(DeadLetter letter) throws Exception {
    EventBatch batch = task.batchOf(List.of(event(letter)));
    subscription.handler().handle(batch);
    services.letters().handled(letter, services.clock().instant());
    task.advance(task.position(), batch.taken());
    return true;
  }

  private boolean failedAgain(DeadLetter letter, Throwable failure) {
    services.letters().failedAgain(letter, Failure.of(failure), services.clock().instant());
    task.advance(task.position(), 0);
    return true;
  }

  private RecordedEvent event(DeadLetter letter) {
    StreamId stream = StreamId.parse(letter.subject().stream());
    StreamRange range = StreamRange.ALL.from(letter.subject().version());
    RecordedEvent stored =
        services.events().page(stream, range, 1).stream()
            .filter(found -> found.position().equals(letter.id().position()))
            .findFirst()
            .orElseThrow(() -> SubscriptionException.eventIsGone(letter));
    return letter
        .edited()
        .map(
            edited ->
                new RecordedEvent(
                    stored.stream(),
                    stored.version(),
                    stored.position(),
                    stored.metadata(),
                    stored.revision(),
                    services.format().decode(edited)))
        .orElse(stored);
  }
}
