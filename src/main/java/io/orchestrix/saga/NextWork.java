package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.saga.Work.BeginStep;
import io.orchestrix.saga.Work.Compensate;
import io.orchestrix.saga.Work.End;
import io.orchestrix.saga.Work.FireDeadline;
import io.orchestrix.saga.Work.IgnoreEvent;
import io.orchestrix.saga.Work.MissingStep;
import io.orchestrix.saga.Work.RunStep;
import io.orchestrix.saga.Work.TimeOut;
import io.orchestrix.saga.Work.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an instance does next: events in the order of their arrival, then what has become
 * due, then the next step, or the next compensation. Work that has failed waits for its time, and
 * does not keep other work from being done.
 */
final class NextWork<S> {

  private final SagaDefinition<S> definition;
  private final SagaProgress progress;
  private final Collection<ReceivedEvent> inbox;
  private final Function<ReceivedEvent, Event> decode;
  private final DueWork due;

  private NextWork(
      SagaDefinition<S> definition,
      SagaProgress progress,
      Collection<ReceivedEvent> inbox,
      Function<ReceivedEvent, Event> decode,
      Instant now) {
    this.definition = definition;
    this.progress = progress;
    this.inbox = inbox;
    this.decode = decode;
    this.due = new DueWork(progress, now);
  }

  static <S> Work<S> of(
      SagaDefinition<S> definition,
      SagaProgress progress,
      Function<ReceivedEvent, Event> decode,
      Instant now) {
    return of(definition, progress, progress.inbox.values(), decode, now);
  }

  /**
   * @param inbox the events of which whoever decides knows
   */
  static <S> Work<S> of(
      SagaDefinition<S> definition,
      SagaProgress progress,
      Collection<ReceivedEvent> inbox,
      Function<ReceivedEvent, Event> decode,
      Instant now) {
    return new NextWork<>(definition, progress, inbox, decode, now).next();
  }

  private Work<S> next() {
    if (progress.status == SagaStatus.QUARANTINED) {
      return new Wait<>(null);
    }
    if (progress.status.isEnded()) {
      return inbox.stream()
          .findFirst()
          .<Work<S>>map(IgnoreEvent::new)
          .orElseGet(() -> new Wait<>(null));
    }
    return new EventWork<>(definition, progress, inbox, decode, due)
        .next()
        .or(this::due)
        .or(progress.status == SagaStatus.ACTIVE ? this::forward : this::back)
        .orElseGet(() -> new Wait<>(due.later()));
  }

  private Optional<Work<S>> due() {
    Stream<Work<S>> named =
        progress.deadlines.entrySet().stream()
            .filter(deadline -> due.isDue(deadline.getValue()))
            .sorted(Map.Entry.comparingByValue())
            .map(
                deadline ->
                    new FireDeadline<>(
                        deadline.getKey(), definition.deadlines().get(deadline.getKey())));
    Stream<Work<S>> steps =
        definition.steps().stream()
            .filter(step -> isTimedOut(progress.steps.get(step.name())))
            .map(TimeOut::new);
    return Stream.concat(named, steps)
        .filter(work -> work instanceof TimeOut || due.isNow(work.id()))
        .toList()
        .stream()
        .findFirst();
  }

  private boolean isTimedOut(@Nullable StepProgress step) {
    return step != null
        && step.status() == StepStatus.STARTED
        && step.timeout() != null
        && due.isDue(step.timeout());
  }

  private Optional<Work<S>> forward() {
    Optional<Work<S>> lost = lost();
    if (lost.isPresent()) {
      return lost.filter(work -> due.isNow(work.id()));
    }
    if (definition.steps().isEmpty() || progress.state == null) {
      return Optional.empty(); // it ends when one of its methods says so
    }
    int order = Integer.MIN_VALUE;
    boolean isOpen = false;
    for (StepDefinition<S> step : definition.steps()) {
      if (isOpen && step.order() > order) {
        return Optional.empty(); // it waits for those before
      }
      order = step.order();
      StepProgress known = progress.steps.get(step.name());
      if (known != null && known.status().isPassed()) {
        continue;
      }
      isOpen = true;
      Optional<Work<S>> work = toRun(step, known);
      if (work.isPresent()) {
        return work;
      }
    }
    return isOpen ? Optional.empty() : Optional.of(new End<>(SagaStatus.COMPLETED));
  }

  /** A step under way that the definition, to which it was migrated, does not have. */
  private Optional<Work<S>> lost() {
    return progress.steps.values().stream()
        .filter(step -> isUnderWay(step) || step.status() == StepStatus.UNKNOWN)
        .filter(step -> definition.step(step.step()).isEmpty())
        .findFirst()
        .map(step -> new MissingStep<>(WorkId.step(step.step())));
  }

  private Optional<Work<S>> toRun(StepDefinition<S> step, @Nullable StepProgress known) {
    if (known != null && known.isAwaiting()) {
      return Optional.empty();
    }
    boolean isBegun = known != null && known.status() == StepStatus.STARTED;
    Work<S> work = step.isOutside() && !isBegun ? new BeginStep<>(step) : new RunStep<>(step);
    return due.isNow(work.id()) ? Optional.of(work) : Optional.empty();
  }

  /**
   * Steps that are under way end first, if they have a time-out; then the last one is the first.
   */
  private Optional<Work<S>> back() {
    List<StepProgress> begun = new ArrayList<>(progress.steps.values());
    if (begun.stream().anyMatch(this::willEnd)) {
      return Optional.empty();
    }
    Collections.reverse(begun);
    for (StepProgress step : begun) {
      Optional<StepDefinition<S>> found = definition.step(step.step());
      boolean isOpen = step.status().isToBeCompensated() || isUnderWay(step);
      if (isOpen && (found.isEmpty() || found.get().compensation() != null)) {
        Work<S> work =
            found.isPresent()
                ? new Compensate<>(found.get())
                : new MissingStep<>(WorkId.compensation(step.step()));
        return due.isNow(work.id()) ? Optional.of(work) : Optional.empty();
      }
    }
    return Optional.of(new End<>(SagaStatus.COMPENSATED));
  }

  private boolean willEnd(StepProgress step) {
    return isUnderWay(step) && step.timeout() != null && definition.step(step.step()).isPresent();
  }

  private static boolean isUnderWay(StepProgress step) {
    return step.status() == StepStatus.STARTED;
  }
}
