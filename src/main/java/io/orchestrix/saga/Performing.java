package io.orchestrix.saga;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.Compensated;
import io.orchestrix.saga.SagaEvent.CompensationStarted;
import io.orchestrix.saga.SagaEvent.Completed;
import io.orchestrix.saga.SagaEvent.DeadlineFired;
import io.orchestrix.saga.SagaEvent.EventIgnored;
import io.orchestrix.saga.SagaEvent.EventTaken;
import io.orchestrix.saga.SagaEvent.Quarantined;
import io.orchestrix.saga.SagaEvent.StepCompensated;
import io.orchestrix.saga.SagaEvent.StepCompleted;
import io.orchestrix.saga.SagaEvent.StepFailed;
import io.orchestrix.saga.SagaEvent.StepStarted;
import io.orchestrix.saga.Work.BeginStep;
import io.orchestrix.saga.Work.Compensate;
import io.orchestrix.saga.Work.End;
import io.orchestrix.saga.Work.FireDeadline;
import io.orchestrix.saga.Work.IgnoreEvent;
import io.orchestrix.saga.Work.MissingStep;
import io.orchestrix.saga.Work.RunStep;
import io.orchestrix.saga.Work.TakeEvent;
import io.orchestrix.saga.Work.TimeOut;
import io.orchestrix.saga.Work.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does a piece of work of an instance, and says what its journal is to keep of it. Used by one
 * thread.
 */
final class Performing<S> {

  private final SagaDefinition<S> definition;
  private final SagaProgress progress;
  private final SagaServices services;
  private final JsonTrees trees;
  private final Instant now;
  private boolean isToBeKept;

  Performing(
      SagaDefinition<S> definition,
      SagaProgress progress,
      SagaServices services,
      JsonTrees trees,
      Instant now) {
    this.definition = definition;
    this.progress = progress;
    this.services = services;
    this.trees = trees;
    this.now = now;
  }

  /**
   * Whether it has sent a command, or done something outside of the database: then the transaction
   * ends before other work begins, whose failure would undo it.
   */
  boolean isToBeKept() {
    return isToBeKept;
  }

  /**
   * Does it.
   *
   * @throws Exception what a method of the saga, or the handler of a command, throws
   */
  List<SagaEvent> perform(Work<S> work) throws Exception {
    List<SagaEvent> entries = new ArrayList<>();
    if (work instanceof TakeEvent<S> taken) {
      take(taken, entries);
    } else if (work instanceof UnreadableEvent<S> unreadable) {
      throw unreadable.why();
    } else if (work instanceof IgnoreEvent<S> nobodys) {
      entries.add(new EventIgnored(nobodys.event().id()));
    } else if (work instanceof FireDeadline<S> due) {
      fire(due, entries);
    } else if (work instanceof TimeOut<S> late) {
      StepDefinition<S> step = late.step();
      giveUp(step, "it took longer than %s".formatted(step.timeout()), true, entries);
    } else if (work instanceof BeginStep<S> begin) {
      entries.add(new StepStarted(begin.step().name(), false, timeout(begin.step()), Effects.NONE));
    } else if (work instanceof RunStep<S> run) {
      run(run, entries);
    } else if (work instanceof Compensate<S> back) {
      compensate(back, entries);
    } else if (work instanceof MissingStep<S> missing) {
      throw SagaException.noStep(progress.saga, missing.id().name());
    } else if (work instanceof End<S> end) {
      entries.add(
          end.how() == SagaStatus.COMPLETED ? new Completed(lastResult()) : new Compensated());
    }
    return entries;
  }

  private void take(TakeEvent<S> work, List<SagaEvent> entries) throws Exception {
    ReceivedEvent event = work.event();
    SagaCall call = call(work);
    EventRoute<S> route = work.route();
    if (route != null) {
      Origin origin = new Origin(event.correlationId(), event.messageId(), event.traceparent());
      S state = progress.state == null ? null : state();
      within(
          origin,
          call,
          () -> {
            call.take(route.reaction().take(state, work.payload(), call));
            return null;
          });
    }
    StepDefinition<S> step = work.step();
    Effects effects = call.effects();
    if (progress.state == null && effects.state() == null && !effects.isCompleted()) {
      throw SagaException.noState(progress.saga, progress.key); // and no step could ever begin
    }
    entries.add(
        new EventTaken(
            event.id(),
            step == null ? null : step.name(),
            work.isFailure(),
            work.isKept(),
            effects));
    if (step != null && work.isFailure()) {
      giveUp(step, "%s was received".formatted(event.type()), false, entries);
    } else {
      conclude(effects, lastResult(), entries);
    }
  }

  private void fire(FireDeadline<S> work, List<SagaEvent> entries) throws Exception {
    SagaCall call = call(work);
    DeadlineRoute<S> route = work.route();
    if (route == null) {
      throw SagaException.noDeadline(progress.saga, work.name());
    }
    within(
        progress.origin,
        call,
        () -> {
          call.take(route.action().run(state(), call));
          return null;
        });
    Effects effects = call.effects();
    entries.add(new DeadlineFired(work.name(), effects));
    conclude(effects, lastResult(), entries);
  }

  private void run(RunStep<S> work, List<SagaEvent> entries) throws Exception {
    StepDefinition<S> step = work.step();
    SagaCall call = call(work);
    Object result =
        within(progress.origin, call, () -> call.result(step.action().run(state(), call)));
    isToBeKept = isToBeKept || step.isOutside();
    Effects effects = call.effects();
    Object answer = step.isAwaiting() ? null : trees.treeOrNull(result);
    entries.add(
        step.isAwaiting()
            ? new StepStarted(step.name(), true, timeout(step), effects)
            : new StepCompleted(step.name(), answer, effects));
    conclude(effects, step.isAwaiting() ? lastResult() : answer, entries);
  }

  private void compensate(Compensate<S> work, List<SagaEvent> entries) throws Exception {
    SagaAction<S> compensation = Objects.requireNonNull(work.step().compensation());
    SagaCall call = call(work);
    within(
        progress.origin,
        call,
        () -> {
          call.take(compensation.run(state(), call));
          return null;
        });
    isToBeKept = isToBeKept || work.step().isOutside();
    entries.add(new StepCompensated(work.step().name(), call.effects()));
  }

  /** Work that does not return anything of use returns {@code null}. */
  @FunctionalInterface
  private interface Called {
    @Nullable Object call() throws Exception;
  }

  private @Nullable Object within(Origin origin, SagaCall call, Called work) throws Exception {
    List<@Nullable Object> answer = new ArrayList<>();
    CurrentMessage current = services.current();
    current.callWithin(
        origin,
        current.attempt(),
        () -> {
          answer.add(work.call());
          return true;
        });
    isToBeKept = isToBeKept || call.hasSent();
    return answer.get(0);
  }

  private SagaCall call(Work<S> work) {
    return new SagaCall(definition, progress, work.id(), now, services.commands(), trees);
  }

  private S state() {
    if (progress.state == null) {
      throw SagaException.noState(progress.saga, progress.key);
    }
    return trees.value(progress.state, definition.stateType());
  }

  private @Nullable Instant timeout(StepDefinition<S> step) {
    Duration timeout = step.timeout();
    StepProgress known = progress.steps.get(step.name());
    Instant begun = known == null || known.status() != StepStatus.STARTED ? now : known.startedAt();
    return timeout == null ? null : begun.plus(timeout);
  }

  /** What goes back goes back to the end, whatever a method says. */
  private void conclude(Effects effects, @Nullable Object result, List<SagaEvent> entries) {
    if (progress.status != SagaStatus.ACTIVE) {
      return;
    }
    if (effects.compensate() != null) {
      entries.add(new CompensationStarted(effects.compensate()));
    } else if (effects.isCompleted()) {
      entries.add(new Completed(result));
    }
  }

  /**
   * A step is not done, and so the saga goes back; behind a pivot, or if one may have happened,
   * nowhere.
   */
  void giveUp(StepDefinition<S> step, String why, boolean isUnknown, List<SagaEvent> entries) {
    boolean mayBeDone = step.isPivot() && (isUnknown || progress.wasGivenUp(step.name()));
    entries.add(new StepFailed(step.name(), why, isUnknown || mayBeDone));
    if (mayBeDone || progress.isBehindPivot(definition, step.name())) {
      entries.add(new Quarantined(WorkId.step(step.name()), why));
    } else if (progress.status == SagaStatus.ACTIVE) {
      entries.add(new CompensationStarted("step %s failed: %s".formatted(step.name(), why)));
    }
  }

  /** Of the last step that is done, in the order of the definition; it may have none. */
  private @Nullable Object lastResult() {
    Object last = null;
    for (String step : definition.stepNames()) {
      StepProgress found = progress.steps.get(step);
      last = found == null || found.status() != StepStatus.COMPLETED ? last : found.result();
    }
    return last;
  }
}
