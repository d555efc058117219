package io.orchestrix.subscription;

import io.orchestrix.background.Excuses;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterChangedException;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private final Excuses excuses = new Excuses();
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
   * Tries letters, if there are any, for as long as a batch may take.
   *
   * @return whether there was one, so that there may be more
   */
  boolean tryThose() {
    if (!isDue || task.parked().isEmpty()) {
      return false;
    }
    long end = System.nanoTime() + subscription.batch().time().toNanos();
    DeadLetter tried = null;
    do {
      isDue = false; // before looking: who says so meanwhile is heard
      DeadLetter letter = find(tried);
      if (letter == null) {
        task.parked().retainAll(sequences());
        return tried != null;
      }
      isDue = true;
      tryAgain(letter);
      tried = letter;
    } while (System.nanoTime() - end < 0);
    return true;
  }

  private Set<String> sequences() {
    return services.unitOfWork().get(() -> services.letters().sequences(subscription.name()));
  }

  private @Nullable DeadLetter find(@Nullable DeadLetter tried) {
    DeadLetter following = tried == null ? null : following(tried);
    return following == null ? search() : following;
  }

  /** The next one of the same sequence: there may be many, and to search takes longer. */
  private @Nullable DeadLetter following(DeadLetter tried) {
    return services
        .unitOfWork()
        .get(() -> services.letters().next(subscription.name(), tried.sequence()))
        .filter(letter -> letter.state().isRunnable())
        .orElse(null);
  }

  /** Those of other segments are none of its business. */
  private @Nullable DeadLetter search() {
    GlobalPosition after = GlobalPosition.START;
    List<DeadLetter> page;
    do {
      page = page(after);
      for (DeadLetter letter : page) {
        if (task.parked().contains(letter.sequence())) {
          return letter;
        }
        after = letter.id().position();
      }
    } while (page.size() == AT_ONCE);
    return null;
  }

  private List<DeadLetter> page(GlobalPosition after) {
    return services
        .unitOfWork()
        .get(() -> services.letters().runnable(subscription.name(), after, AT_ONCE));
  }

  private void tryAgain(DeadLetter letter) {
    try {
      services.unitOfWork().call(() -> handle(letter));
      excuses.none();
    } catch (DeadLetterChangedException e) {
      throw e;
    } catch (FencedException e) {
      throw e;
    } catch (Throwable e) {
      excuses.rethrow(e);
      services.unitOfWork().run(() -> failedAgain(letter, e));
    }
  }

  private boolean handle(DeadLetter letter) throws Exception {
    List<RecordedEvent> events = List.of(event(letter));
    EventBatch batch = task.batchOf(events);
    services
        .begin(subscription, events)
        .around(
            () -> {
              subscription.handler().handle(batch);
              return true;
            });
    services.letters().handled(letter, services.clock().instant());
    stay(batch.taken());
    return true;
  }

  private void failedAgain(DeadLetter letter, Throwable failure) {
    services.letters().failedAgain(letter, Failure.of(failure), services.clock().instant());
    stay(0);
  }

  /** The checkpoint stays where it is; only who has the segment may do so. */
  private void stay(int handled) {
    task.progress().advance(task.progress().position(), handled);
  }

  /** As it is stored, or as somebody has edited it: then it does not matter what is stored. */
  private RecordedEvent event(DeadLetter letter) {
    GlobalPosition position = letter.id().position();
    GlobalPosition before = new GlobalPosition(position.value() - 1);
    RecordedEvent stored =
        services.events().feed(before, position, 1).stream()
            .filter(found -> found.position().equals(position))
            .findFirst()
            .orElseThrow(() -> SubscriptionException.eventIsGone(letter));
    return letter
        .edited()
        .map(edited -> stored.saying(services.format().decode(edited)))
        .orElse(stored);
  }
}
