package io.orchestrix.saga;

import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.AttemptFailed;
import io.orchestrix.saga.SagaEvent.Compensated;
import io.orchestrix.saga.SagaEvent.CompensationStarted;
import io.orchestrix.saga.SagaEvent.Completed;
import io.orchestrix.saga.SagaEvent.DeadlineFired;
import io.orchestrix.saga.SagaEvent.EventIgnored;
import io.orchestrix.saga.SagaEvent.EventReceived;
import io.orchestrix.saga.SagaEvent.EventTaken;
import io.orchestrix.saga.SagaEvent.Migrated;
import io.orchestrix.saga.SagaEvent.Operated;
import io.orchestrix.saga.SagaEvent.Quarantined;
import io.orchestrix.saga.SagaEvent.Started;
import io.orchestrix.saga.SagaEvent.StepCompensated;
import io.orchestrix.saga.SagaEvent.StepCompleted;
import io.orchestrix.saga.SagaEvent.StepFailed;
import io.orchestrix.saga.SagaEvent.StepStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an instance stands: the fold of its journal. Used by one thread. */
final class SagaProgress {

  final String saga;
  final String key;
  final Origin origin;
  final Instant startedAt;
  int version;
  SagaStatus status = SagaStatus.ACTIVE;
  Instant changedAt;
  @Nullable Object input;
  @Nullable Object state;
  @Nullable Object result;
  @Nullable String reason;
  @Nullable Quarantined quarantine;

  /** What it was before it was quarantined. */
  SagaStatus direction = SagaStatus.ACTIVE;

  /** Events that nobody has taken yet, in the order of their arrival. */
  final Map<String, ReceivedEvent> inbox = new LinkedHashMap<>();

  /** The ids of all that have arrived: one that is brought again is not taken again. */
  private final Set<String> received = new HashSet<>();

  /** Those in the inbox that a method has taken, and that a later step awaits, too. */
  final Set<String> taken = new HashSet<>();

  final List<ReceivedEvent> ignored = new ArrayList<>();

  /** In the order in which they have begun. */
  final Map<String, StepProgress> steps = new LinkedHashMap<>();

  final Map<String, Instant> deadlines = new TreeMap<>();
  final Map<WorkId, FailedWork> failed = new HashMap<>();
  final List<CorrelationKey> keys = new ArrayList<>();

  /** How often each deadline has fired. */
  final Map<String, Integer> fired = new HashMap<>();

  /** How often each step was given up after it had done its part. */
  final Map<String, Integer> inVain = new HashMap<>();

  SagaProgress(Started started, Origin origin, Instant at) {
    this.saga = started.saga();
    this.key = started.key();
    this.version = started.version();
    this.origin = origin;
    this.startedAt = at;
    this.changedAt = at;
    this.input = started.input();
    this.state = started.input();
    deadlines.putAll(started.scheduled());
    if (started.event() != null) {
      receive(started.event());
    }
  }

  private void receive(ReceivedEvent event) {
    if (received.add(event.id())) {
      inbox.put(event.id(), event);
    }
  }

  /** What the journal says next. */
  void apply(SagaEvent event, Instant at) {
    changedAt = at;
    if (event instanceof EventReceived received) {
      receive(received.event());
    } else if (event instanceof EventTaken taken) {
      apply(taken, at);
    } else if (event instanceof EventIgnored nobodys) {
      failed.remove(WorkId.event(nobodys.id()));
      ReceivedEvent found = inbox.remove(nobodys.id());
      if (found != null) {
        ignored.add(found);
      }
    } else if (event instanceof DeadlineFired due) {
      deadlines.remove(due.name());
      failed.remove(WorkId.deadline(due.name()));
      fired.merge(due.name(), 1, Integer::sum);
      apply(due.effects());
    } else if (event instanceof AttemptFailed attempt) {
      failed.merge(
          attempt.work(),
          new FailedWork(
              attempt.work(), attempt.attempt(), attempt.failure(), at, attempt.nextAt()),
          FailedWork::then);
    } else if (event instanceof Migrated migrated) {
      version = migrated.version();
    } else if (event instanceof Operated operated) {
      apply(operated, at);
    } else if (!applyToStep(event, at)) {
      applyToWhole(event);
    }
  }

  private void apply(EventTaken event, Instant at) {
    if (event.isKept()) {
      taken.add(event.id());
    } else {
      inbox.remove(event.id());
    }
    applyToStep(event, at);
  }

  private void applyToStep(EventTaken taken, Instant at) {
    failed.remove(WorkId.event(taken.id()));
    apply(taken.effects());
    if (taken.step() != null && !taken.hasFailed()) {
      steps.compute(
          taken.step(),
          (name, step) -> {
            StepProgress begun = begun(step, name, at);
            return begun.completed(begun.result(), at);
          });
    }
  }

  private boolean applyToStep(SagaEvent event, Instant at) {
    if (event instanceof StepStarted started) {
      steps.compute(
          started.step(),
          (name, step) -> underWay(step, name, at).goesOn(started.isAwaiting(), started.timeout()));
      failed.remove(WorkId.step(started.step()));
      apply(started.effects());
    } else if (event instanceof StepCompleted completed) {
      steps.compute(
          completed.step(),
          (name, step) -> begun(step, name, at).completed(completed.result(), at));
      failed.remove(WorkId.step(completed.step()));
      apply(completed.effects());
    } else if (event instanceof StepFailed given) {
      StepStatus how = given.isUnknown() ? StepStatus.UNKNOWN : StepStatus.FAILED;
      if (isUnderWay(given.step())
          && begun(steps.get(given.step()), given.step(), at).isAwaiting()) {
        inVain.merge(given.step(), 1, Integer::sum);
      }
      steps.compute(
          given.step(), (name, step) -> begun(step, name, at).failed(how, given.failure(), at));
      failed.remove(WorkId.step(given.step()));
    } else if (event instanceof StepCompensated compensated) {
      set(compensated.step(), StepStatus.COMPENSATED, at);
      failed.remove(WorkId.compensation(compensated.step()));
      apply(compensated.effects());
    } else {
      return false;
    }
    return true;
  }

  private void applyToWhole(SagaEvent event) {
    if (event instanceof CompensationStarted started) {
      status = SagaStatus.COMPENSATING;
      direction = status;
      reason = started.reason();
      deadlines.clear();
      failed
          .keySet()
          .removeIf(work -> work.kind() == WorkId.Kind.STEP || work.kind() == WorkId.Kind.DEADLINE);
    } else if (event instanceof Completed completed) {
      end(SagaStatus.COMPLETED);
      result = completed.result();
    } else if (event instanceof Compensated) {
      end(SagaStatus.COMPENSATED);
    } else if (event instanceof Quarantined found) {
      status = SagaStatus.QUARANTINED;
      quarantine = found;
    }
  }

  private void end(SagaStatus how) {
    status = how;
    direction = how;
    deadlines.clear();
    failed.clear();
  }

  private void apply(Operated operated, Instant at) {
    WorkId work = operated.work();
    status = direction;
    quarantine = null;
    if (work == null) {
      return;
    }
    failed.remove(work);
    boolean isDone = operated.action() == OperatorAction.MARK_DONE;
    if (operated.action() == OperatorAction.RETRY) {
      beginAnew(work, at);
      return;
    }
    switch (work.kind()) {
      case STEP -> giveUp(work.name(), operated.action(), at);
      case COMPENSATION ->
          set(work.name(), isDone ? StepStatus.COMPENSATED : StepStatus.SKIPPED, at);
      case EVENT -> inbox.remove(work.name());
      case DEADLINE -> deadlines.remove(work.name());
      case END -> {}
    }
  }

  /** With its time-out as well. */
  private void beginAnew(WorkId work, Instant at) {
    StepProgress step = work.kind() == WorkId.Kind.STEP ? steps.get(work.name()) : null;
    if (step != null && step.status() == StepStatus.STARTED && !step.isAwaiting()) {
      set(work.name(), StepStatus.UNKNOWN, at);
    }
  }

  private void giveUp(String step, OperatorAction action, Instant at) {
    switch (action) {
      case MARK_DONE -> set(step, StepStatus.COMPLETED, at);
      case SKIP -> set(step, StepStatus.SKIPPED, at);
      case COMPENSATE -> set(step, isUnderWay(step) ? StepStatus.UNKNOWN : StepStatus.FAILED, at);
      case RETRY -> {}
    }
  }

  private void set(String step, StepStatus now, Instant at) {
    steps.compute(step, (name, known) -> begun(known, name, at).is(now, at));
  }

  private boolean isUnderWay(String step) {
    StepProgress found = steps.get(step);
    return found != null && found.status() == StepStatus.STARTED;
  }

  /** One that was given up begins anew. */
  private static StepProgress underWay(@Nullable StepProgress known, String step, Instant at) {
    return known == null || known.status() != StepStatus.STARTED
        ? StepProgress.started(step, at)
        : known;
  }

  private static StepProgress begun(@Nullable StepProgress known, String step, Instant at) {
    return known == null ? StepProgress.started(step, at) : known;
  }

  /**
   * Whether there is no way back: a pivot is done, or has begun, or nobody can tell.
   *
   * @param except a step about which that is being decided; {@code null} if about none
   */
  boolean isBehindPivot(SagaDefinition<?> definition, @Nullable String except) {
    return definition.steps().stream()
        .filter(StepDefinition::isPivot)
        .map(pivot -> steps.get(pivot.name()))
        .anyMatch(step -> step != null && isNoWayBack(step, except));
  }

  private static boolean isNoWayBack(StepProgress pivot, @Nullable String except) {
    return switch (pivot.status()) {
      case COMPLETED, SKIPPED -> true;
      case STARTED, UNKNOWN -> !pivot.step().equals(except);
      case FAILED, COMPENSATED -> false;
    };
  }

  /**
   * Whether a step has done its part before and was given up, so that it may be done all the same.
   */
  boolean wasGivenUp(String step) {
    return inVain.getOrDefault(step, 0) > 0;
  }

  /** Whether it has a key; an event may say several, and find it by one of them only. */
  boolean isFoundBy(CorrelationKey by) {
    return by.isOwn() ? by.value().equals(key) : keys.contains(by);
  }

  SagaId id() {
    return new SagaId(saga, key);
  }

  SagaRow row() {
    String why = quarantine == null ? reason : quarantine.failure();
    return new SagaRow(id(), version, status, why, startedAt, changedAt);
  }

  private void apply(Effects effects) {
    if (effects.state() != null) {
      state = effects.state();
    }
    deadlines.putAll(effects.scheduled());
    effects.cancelled().forEach(deadlines::remove);
    effects.scheduled().keySet().forEach(name -> failed.remove(WorkId.deadline(name)));
    effects.cancelled().forEach(name -> failed.remove(WorkId.deadline(name)));
    keys.addAll(effects.keys());
  }
}
