package io.orchestrix.saga;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance of a saga stands, as its journal tells.
 *
 * @param version of the definition that it follows
 * @param state as JSON: maps, lists, texts and numbers; {@code null} if it has none yet
 * @param result of the step that is the last one in the order of the definition among those that
 *     are done, or of the one that has ended the saga, as JSON; {@code null} if it has none, or the
 *     saga has not completed
 * @param reason why it is taken back, or quarantined; {@code null} if it is not
 * @param quarantined the work that keeps it from going on; {@code null} if it is not quarantined
 * @param steps those that have begun, in that order
 * @param failing work that has failed and is tried again
 * @param deadlines what is to happen, and when
 * @param waiting events that nobody has taken yet
 * @param ignored events that came too late, or that nobody had use for
 */
public record SagaInstance(
    SagaId id,
    int version,
    SagaStatus status,
    @Nullable Object state,
    @Nullable Object result,
    @Nullable String reason,
    @Nullable WorkId quarantined,
    List<StepProgress> steps,
    Collection<FailedWork> failing,
    Map<String, Instant> deadlines,
    List<ReceivedEvent> waiting,
    List<ReceivedEvent> ignored,
    Instant startedAt,
    Instant changedAt) {

  static SagaInstance of(SagaProgress progress) {
    SagaRow row = progress.row();
    SagaEvent.Quarantined quarantine = progress.quarantine;
    return new SagaInstance(
        row.id(),
        progress.version,
        progress.status,
        progress.state,
        progress.result,
        row.reason(),
        quarantine == null ? null : quarantine.work(),
        List.copyOf(progress.steps.values()),
        List.copyOf(progress.failed.values()),
        Map.copyOf(progress.deadlines),
        List.copyOf(progress.inbox.values()),
        List.copyOf(progress.ignored),
        progress.startedAt,
        progress.changedAt);
  }

  /** How a step stands; {@code null} if it has not begun. */
  public @Nullable StepProgress step(String step) {
    return steps.stream().filter(found -> found.step().equals(step)).findFirst().orElse(null);
  }
}
