package io.orchestrix.rest.api;

import io.orchestrix.saga.FailedWork;
import io.orchestrix.saga.ReceivedEvent;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.saga.StepProgress;
import io.orchestrix.saga.StepStatus;
import io.orchestrix.saga.WorkId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of how an instance of a saga stands; what has happened to it is in its journal.
 *
 * @param saga the name of the saga
 * @param key of the instance
 * @param version of the definition that it follows
 * @param status how it stands
 * @param state as it is now; {@code null} if it has none, and where payloads are not shown
 * @param result of the step that has ended it, likewise
 * @param reason why it is taken back, or quarantined: a code or a class, and more where all may be
 *     seen
 * @param quarantined the work that keeps it from going on; {@code null} if it is not quarantined
 * @param plan the names of all steps in their order; {@code null} if this node does not know that
 *     version
 * @param steps those that have begun, in that order
 * @param failing work that has failed and is tried again
 * @param deadlines what is to happen, and when
 * @param waiting events that nobody has taken yet
 * @param ignored events that came too late, or that nobody had use for
 * @param startedAt when it began
 * @param changedAt since when it stands so
 */
public record SagaView(
    String saga,
    String key,
    int version,
    SagaStatus status,
    @Nullable Object state,
    @Nullable Object result,
    @Nullable String reason,
    @Nullable WorkId quarantined,
    @Nullable List<String> plan,
    List<StepView> steps,
    List<FailingView> failing,
    Map<String, Instant> deadlines,
    List<ReceivedView> waiting,
    List<ReceivedView> ignored,
    Instant startedAt,
    Instant changedAt) {

  /**
   * A step that has begun.
   *
   * @param step its name
   * @param status how it stands
   * @param awaiting whether it has done its part and awaits an event
   * @param startedAt when it began
   * @param endedAt when it was done, given up or taken back; {@code null} before
   * @param timeout when it is given up; {@code null} if never
   * @param result what it has answered
   * @param failure why it was given up: a code or a class, and more where all may be seen
   */
  public record StepView(
      String step,
      StepStatus status,
      boolean awaiting,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Instant timeout,
      @Nullable Object result,
      @Nullable String failure) {

    static StepView of(StepProgress step, PayloadViews views) {
      return new StepView(
          step.step(),
          step.status(),
          step.isAwaiting(),
          step.startedAt(),
          step.endedAt(),
          step.timeout(),
          views.ofTree(step.result(), null),
          views.ofFailure(step.failure()));
    }
  }

  /**
   * Work that has failed and is tried again.
   *
   * @param work what it is
   * @param attempts how often it has failed
   * @param failure how it failed last: a code or a class, and more where all may be seen
   * @param since when it failed first
   * @param nextAt when it is tried again
   */
  public record FailingView(
      WorkId work, int attempts, @Nullable String failure, Instant since, Instant nextAt) {

    static FailingView of(FailedWork work, PayloadViews views) {
      return new FailingView(
          work.work(),
          work.attempts(),
          views.ofFailure(work.failure()),
          work.since(),
          work.nextAt());
    }
  }

  /**
   * An event that it has received.
   *
   * @param id of it
   * @param type the name of its type
   * @param time when it has occurred
   * @param correlationId the conversation that it belongs to
   */
  public record ReceivedView(String id, String type, Instant time, UUID correlationId) {

    static ReceivedView of(ReceivedEvent event) {
      return new ReceivedView(event.id(), event.type(), event.time(), event.correlationId());
    }
  }

  /**
   * @param definition that it follows; {@code null} if it is not known here
   */
  static SagaView of(
      SagaInstance instance, @Nullable SagaDefinition<?> definition, PayloadViews views) {
    return new SagaView(
        instance.id().saga(),
        instance.id().key(),
        instance.version(),
        instance.status(),
        views.ofTree(instance.state(), definition == null ? null : definition.stateType()),
        views.ofTree(instance.result(), null),
        views.ofFailure(instance.reason()),
        instance.quarantined(),
        definition == null ? null : definition.stepNames(),
        instance.steps().stream().map(step -> StepView.of(step, views)).toList(),
        instance.failing().stream().map(work -> FailingView.of(work, views)).toList(),
        instance.deadlines(),
        instance.waiting().stream().map(ReceivedView::of).toList(),
        instance.ignored().stream().map(ReceivedView::of).toList(),
        instance.startedAt(),
        instance.changedAt());
  }
}
