package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.saga.SagaEvent.AttemptFailed;
import io.orchestrix.saga.SagaEvent.Quarantined;
import io.orchestrix.saga.Work.Compensate;
import io.orchestrix.saga.Work.FireDeadline;
import io.orchestrix.saga.Work.RunStep;
import io.orchestrix.saga.Work.TakeEvent;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows when work of an instance has failed: another attempt, the way back, or quarantine.
 */
record Failing<S>(
    SagaDefinition<S> definition,
    SagaProgress progress,
    SagaSettings settings,
    Performing<S> performing,
    Instant now) {

  List<SagaEvent> of(Work<S> work, Throwable failure) {
    FailedWork before = progress.failed.get(work.id());
    int attempt = before == null ? 1 : before.attempts() + 1;
    Instant since = before == null ? now : before.since();
    String text = Failure.of(failure).summary();
    Optional<Instant> next = next(work, failure, attempt, since);
    if (next.isPresent()) {
      return List.of(new AttemptFailed(work.id(), attempt, text, next.get()));
    }
    if (work instanceof RunStep<S> run && !isForwardOnly(run)) {
      List<SagaEvent> entries = new ArrayList<>();
      performing.giveUp(run.step(), text, run.step().isOutside(), entries);
      return entries;
    }
    return List.of(new Quarantined(work.id(), text));
  }

  private Optional<Instant> next(Work<S> work, Throwable failure, int attempt, Instant since) {
    RetryPolicy retry = policy(work);
    if (!retry.retriesAfter(attempt) || isFinal(work, failure)) {
      return Optional.empty();
    }
    Instant next = now.plus(retry.pauseAfter(attempt));
    Duration timeout = work instanceof RunStep<S> run ? run.step().timeout() : null;
    return timeout != null && next.isAfter(since.plus(timeout))
        ? Optional.empty()
        : Optional.of(next);
  }

  private RetryPolicy policy(Work<S> work) {
    if (work instanceof Compensate<S> back) {
      return or(back.step().compensationRetry(), settings.compensations());
    }
    if (work instanceof RunStep<S> run) {
      return or(
          run.step().retry(), isForwardOnly(run) ? settings.compensations() : settings.steps());
    }
    if (work instanceof TakeEvent<S> taken && taken.route() != null) {
      return or(taken.route().retry(), settings.steps());
    }
    if (work instanceof FireDeadline<S> due && due.route() != null) {
      return or(due.route().retry(), settings.steps());
    }
    return settings.steps();
  }

  private boolean isForwardOnly(RunStep<S> run) {
    return progress.isBehindPivot(definition, run.step().name());
  }

  private static RetryPolicy or(@Nullable RetryPolicy own, RetryPolicy configured) {
    return own == null ? configured : own;
  }

  /** A step that is refused will be refused again, and there is a way back. */
  private boolean isFinal(Work<S> work, Throwable failure) {
    return work instanceof RunStep<S> run
        && !isForwardOnly(run)
        && failure instanceof OrchestrixException found
        && switch (found.kind()) {
          case REFUSED, INVALID, NOT_FOUND, FORBIDDEN -> true;
          case CONFLICT, UNAVAILABLE, UNKNOWN, FAULT -> false;
        };
  }
}
