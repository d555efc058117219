package io.orchestrix.saga;

import io.orchestrix.saga.SagaEvent.AttemptFailed;
import io.orchestrix.saga.SagaEvent.Compensated;
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
import io.orchestrix.saga.Work.RunStep;
import io.orchestrix.saga.Work.TakeEvent;
import io.orchestrix.saga.Work.TimeOut;
import java.util.Objects;
import java.util.Optional;

/** Which piece of work an entry of a journal tells of. */
final class RecordedWork {

  private RecordedWork() {}

  /** The step or deadline; empty if it is about none. */
  static Optional<WorkId> of(SagaEvent entry) {
    if (entry instanceof StepStarted step) {
      return Optional.of(WorkId.step(step.step()));
    } else if (entry instanceof StepCompleted step) {
      return Optional.of(WorkId.step(step.step()));
    } else if (entry instanceof StepFailed step) {
      return Optional.of(WorkId.step(step.step()));
    } else if (entry instanceof StepCompensated step) {
      return Optional.of(WorkId.compensation(step.step()));
    } else if (entry instanceof DeadlineFired deadline) {
      return Optional.of(WorkId.deadline(deadline.name()));
    } else if (entry instanceof AttemptFailed failed) {
      return Optional.of(failed.work());
    } else if (entry instanceof Quarantined failed) {
      return Optional.of(failed.work());
    } else if (entry instanceof EventTaken taken && taken.step() != null) {
      return Optional.of(WorkId.step(taken.step()));
    }
    return Optional.empty();
  }

  /** Whether its method has been called, and has not failed. */
  static boolean isSuccess(SagaEvent entry) {
    return entry instanceof EventTaken
        || entry instanceof DeadlineFired
        || entry instanceof StepStarted
        || entry instanceof StepCompleted
        || entry instanceof StepCompensated;
  }

  /** Whether such work makes such an entry. */
  static boolean is(SagaEvent entry, Work<?> work) {
    if (entry instanceof EventTaken taken) {
      return work instanceof TakeEvent<?> take
          && take.id().name().equals(taken.id())
          && take.isFailure() == taken.hasFailed()
          && Objects.equals(take.step() == null ? null : take.step().name(), taken.step());
    } else if (entry instanceof EventIgnored ignored) {
      return work instanceof IgnoreEvent && work.id().name().equals(ignored.id());
    } else if (entry instanceof StepStarted begun) {
      boolean isSuch = begun.isAwaiting() ? isAwaiting(work) : work instanceof BeginStep;
      return isSuch && work.id().name().equals(begun.step());
    } else if (entry instanceof StepCompleted) {
      return work instanceof RunStep && !isAwaiting(work) && isSame(entry, work);
    } else if (entry instanceof StepFailed) {
      return (work instanceof RunStep || work instanceof TimeOut) && isSame(entry, work);
    } else if (entry instanceof Completed) {
      return work instanceof End<?> end && end.how() == SagaStatus.COMPLETED;
    } else if (entry instanceof Compensated) {
      return work instanceof End<?> end && end.how() == SagaStatus.COMPENSATED;
    }
    return isSame(entry, work);
  }

  private static boolean isSame(SagaEvent entry, Work<?> work) {
    return of(entry).filter(work.id()::equals).isPresent();
  }

  private static boolean isAwaiting(Work<?> work) {
    return work instanceof RunStep<?> run && run.step().isAwaiting();
  }

  /** What an entry tells of, for people. */
  static String text(SagaEvent entry) {
    if (entry instanceof Completed || entry instanceof Compensated) {
      return "the end, as " + (entry instanceof Completed ? "COMPLETED" : "COMPENSATED");
    } else if (entry instanceof EventTaken taken) {
      return taken.step() == null
          ? "to take the event"
          : "to take the event, by which step %s %s"
              .formatted(taken.step(), taken.hasFailed() ? "fails" : "is done");
    } else if (entry instanceof EventIgnored) {
      return "to ignore the event";
    } else if (entry instanceof StepStarted begun) {
      return "step %s, %s"
          .formatted(begun.step(), begun.isAwaiting() ? "and to await an event" : "outside");
    }
    return of(entry).map(WorkId::toString).orElse("nothing");
  }

  /** What is to be done, for people. */
  static String text(Work<?> work) {
    if (work instanceof End<?> end) {
      return "the end, as " + end.how();
    } else if (work instanceof Work.Wait) {
      return "to wait";
    } else if (work instanceof IgnoreEvent) {
      return "to ignore the event";
    } else if (work instanceof TakeEvent<?> take) {
      return take.step() == null
          ? "to take the event " + take.event().type()
          : "to take the event %s, by which step %s %s"
              .formatted(
                  take.event().type(), take.step().name(), take.isFailure() ? "fails" : "is done");
    } else if (work instanceof BeginStep) {
      return work.id() + ", outside";
    } else if (work instanceof FireDeadline || work instanceof Compensate) {
      return work.id().toString();
    }
    return work.id() + (isAwaiting(work) ? ", and to await an event" : "");
  }
}
