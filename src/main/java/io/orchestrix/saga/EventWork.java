package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Work.IgnoreEvent;
import io.orchestrix.saga.Work.TakeEvent;
import io.orchestrix.saga.Work.UnreadableEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an instance does with the events that have arrived, the first ones first.
 *
 * @param inbox those of which whoever decides knows
 */
record EventWork<S>(
    SagaDefinition<S> definition,
    SagaProgress progress,
    Collection<ReceivedEvent> inbox,
    Function<ReceivedEvent, Event> decode,
    DueWork due) {

  Optional<Work<S>> next() {
    for (ReceivedEvent received : inbox) {
      Event payload;
      try {
        payload = decode.apply(received);
      } catch (RuntimeException e) { // its class is gone, or its upcaster fails
        Work<S> unreadable = new UnreadableEvent<>(received, e);
        return due.isNow(unreadable.id()) ? Optional.of(unreadable) : Optional.empty();
      }
      Optional<StepDefinition<S>> awaiting = awaiting(payload, true);
      Optional<StepDefinition<S>> failing =
          awaiting.isPresent() ? Optional.empty() : awaiting(payload, false);
      @Nullable EventRoute<S> route = route(payload).orElse(null);
      boolean isNew =
          route != null
              && !(route.isStart() && progress.state != null)
              && (progress.state != null || progress.status == SagaStatus.ACTIVE)
              && !progress.taken.contains(received.id());
      boolean isKept = awaiting.isEmpty() && failing.isEmpty() && isEarly(payload);
      if (isKept && !isNew) {
        continue; // the step that awaits it is still to come
      }
      Work<S> work =
          awaiting.isEmpty() && failing.isEmpty() && !isNew
              ? new IgnoreEvent<>(received)
              : new TakeEvent<>(
                  received,
                  payload,
                  isNew ? route : null,
                  awaiting.or(() -> failing).orElse(null),
                  failing.isPresent(),
                  isKept);
      return due.isNow(work.id())
          ? Optional.of(work)
          : Optional.empty(); // the others are behind it
    }
    return Optional.empty();
  }

  private Optional<EventRoute<S>> route(Event event) {
    return definition
        .route(event.getClass())
        .filter(found -> found.correlation().of(event).filter(progress::isFoundBy).isPresent());
  }

  /** The step that an event completes, or fails. */
  private Optional<StepDefinition<S>> awaiting(Event event, boolean isSuccess) {
    return definition.steps().stream()
        .filter(
            step ->
                isSuccess
                    ? step.awaits(event, progress::isFoundBy)
                    : step.failsOn(event, progress::isFoundBy))
        .filter(step -> isAwaiting(step.name()) || (isSuccess && isGivenUp(step.name())))
        .findFirst();
  }

  private boolean isAwaiting(String step) {
    StepProgress found = progress.steps.get(step);
    return found != null && found.status() == StepStatus.STARTED && found.isAwaiting();
  }

  /** It is about to be done again, unless its event has come after all. */
  private boolean isGivenUp(String step) {
    StepProgress found = progress.steps.get(step);
    return progress.status == SagaStatus.ACTIVE
        && found != null
        && (found.status() == StepStatus.FAILED || found.status() == StepStatus.UNKNOWN);
  }

  private boolean isEarly(Event event) {
    return progress.status == SagaStatus.ACTIVE
        && definition.steps().stream()
            .filter(step -> isOpen(step.name()))
            .anyMatch(
                step ->
                    step.awaits(event, progress::isFoundBy)
                        || step.failsOn(event, progress::isFoundBy));
  }

  private boolean isOpen(String step) {
    StepProgress found = progress.steps.get(step);
    return found == null || found.status() == StepStatus.STARTED;
  }
}
