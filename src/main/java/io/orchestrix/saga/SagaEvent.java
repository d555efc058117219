package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the journal of an instance, which is a stream of events; how the instance stands is
 * their fold. The journal is kept for as long as its events are, so it tells what has happened and
 * when, also after the end.
 */
public sealed interface SagaEvent extends Event {

  /** The classes of all entries, which every application knows. */
  List<Class<? extends Event>> TYPES =
      List.of(
          Started.class,
          EventReceived.class,
          EventTaken.class,
          EventIgnored.class,
          StepStarted.class,
          StepCompleted.class,
          StepFailed.class,
          CompensationStarted.class,
          StepCompensated.class,
          DeadlineFired.class,
          AttemptFailed.class,
          Completed.class,
          Compensated.class,
          Quarantined.class,
          Operated.class,
          Migrated.class);

  /** What the work has brought about that it tells of. */
  default Effects effects() {
    return Effects.NONE;
  }

  /**
   * It has begun.
   *
   * @param version of the definition
   * @param event by which; {@code null} if somebody has started it by hand
   * @param input with what, if by hand
   * @param scheduled its first deadlines by their names
   */
  @EventType("orchestrix.SagaStarted")
  record Started(
      String saga,
      int version,
      String key,
      @Nullable ReceivedEvent event,
      @Nullable Object input,
      Map<String, Instant> scheduled)
      implements SagaEvent {}

  /** An event has arrived that may concern it. */
  @EventType("orchestrix.SagaEventReceived")
  record EventReceived(ReceivedEvent event) implements SagaEvent {}

  /**
   * A method has taken an event, or a step that has awaited it.
   *
   * @param step that it completes, or fails; {@code null} if none
   * @param hasFailed whether the step fails by it
   * @param isKept whether a later step awaits it, too
   */
  @EventType("orchestrix.SagaEventTaken")
  record EventTaken(
      String id, @Nullable String step, boolean hasFailed, boolean isKept, Effects effects)
      implements SagaEvent {}

  /** An event came too late, or nobody had use for it. */
  @EventType("orchestrix.SagaEventIgnored")
  record EventIgnored(String id) implements SagaEvent {}

  /**
   * A step has begun that does not end in the same transaction.
   *
   * @param isAwaiting whether it has done its part and awaits an event; otherwise it is to do it,
   *     outside of the database
   * @param timeout when it is given up; {@code null} if never
   */
  @EventType("orchestrix.SagaStepStarted")
  record StepStarted(String step, boolean isAwaiting, @Nullable Instant timeout, Effects effects)
      implements SagaEvent {}

  /** A step is done. */
  @EventType("orchestrix.SagaStepCompleted")
  record StepCompleted(String step, @Nullable Object result, Effects effects)
      implements SagaEvent {}

  /**
   * A step is given up.
   *
   * @param isUnknown whether it may have had an effect
   */
  @EventType("orchestrix.SagaStepFailed")
  record StepFailed(String step, String failure, boolean isUnknown) implements SagaEvent {}

  /** It takes back what it has done. */
  @EventType("orchestrix.SagaCompensationStarted")
  record CompensationStarted(String reason) implements SagaEvent {}

  /** A step is taken back. */
  @EventType("orchestrix.SagaStepCompensated")
  record StepCompensated(String step, Effects effects) implements SagaEvent {}

  /** A deadline was reached. */
  @EventType("orchestrix.SagaDeadlineFired")
  record DeadlineFired(String name, Effects effects) implements SagaEvent {}

  /**
   * Work has failed, and left nothing.
   *
   * @param attempt the how manieth one, from 1
   * @param nextAt when it is tried again
   */
  @EventType("orchestrix.SagaAttemptFailed")
  record AttemptFailed(WorkId work, int attempt, String failure, Instant nextAt)
      implements SagaEvent {}

  /** All is done. */
  @EventType("orchestrix.SagaCompleted")
  record Completed(@Nullable Object result) implements SagaEvent {}

  /** All is taken back. */
  @EventType("orchestrix.SagaCompensated")
  record Compensated() implements SagaEvent {}

  /** It cannot go on by itself. */
  @EventType("orchestrix.SagaQuarantined")
  record Quarantined(WorkId work, String failure) implements SagaEvent {}

  /**
   * An operator has decided.
   *
   * @param work the work that had failed; {@code null} if none had
   * @param by who it was
   * @param note why
   */
  @EventType("orchestrix.SagaOperated")
  record Operated(OperatorAction action, @Nullable WorkId work, String by, String note)
      implements SagaEvent {}

  /** From now on it follows another version of the definition. */
  @EventType("orchestrix.SagaMigrated")
  record Migrated(int version) implements SagaEvent {}
}
