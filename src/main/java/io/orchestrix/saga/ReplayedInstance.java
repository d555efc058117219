package io.orchestrix.saga;

import io.orchestrix.message.Origin;
import io.orchestrix.saga.JournalReplay.Timed;
import io.orchestrix.saga.SagaEvent.CompensationStarted;
import io.orchestrix.saga.SagaEvent.Completed;
import io.orchestrix.saga.SagaEvent.EventReceived;
import io.orchestrix.saga.SagaEvent.EventTaken;
import io.orchestrix.saga.SagaEvent.Migrated;
import io.orchestrix.saga.SagaEvent.Operated;
import io.orchestrix.saga.SagaEvent.Quarantined;
import io.orchestrix.saga.SagaEvent.Started;
import io.orchestrix.saga.SagaEvent.StepFailed;
import io.orchestrix.saga.SagaHistory.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the journal of one instance against the code of today. Used by one thread. */
final class ReplayedInstance {

  private final SagaVersions versions;
  private final SagaServices services;
  private final JsonTrees trees;
  private final SagaProgress progress;
  private final List<SagaDifference> found = new ArrayList<>();

  /** What was said already, and would follow from it again and again. */
  private final Set<String> said = new HashSet<>();

  private Entry line;
  private SagaEvent before;
  private Effects decided = Effects.NONE;

  ReplayedInstance(SagaVersions versions, SagaServices services, Started started, Entry first) {
    this.versions = versions;
    this.services = services;
    this.trees = new JsonTrees(services.codec(), services.format());
    this.progress = new SagaProgress(started, Origin.NONE, first.time());
    this.line = first;
    this.before = started;
  }

  List<SagaDifference> run(List<Timed> entries) {
    for (Timed entry : entries) {
      line = entry.line();
      Optional<SagaDefinition<?>> definition = versions.of(progress.version);
      if (definition.isEmpty()) {
        report(
            "There is no version %d, nor a migration.".formatted(progress.version),
            "Keep the definition of version %d beside the new one, or let that one migrate it."
                .formatted(progress.version));
        return found;
      }
      next(definition.get(), entry.event());
    }
    versions.of(progress.version).ifPresent(this::end);
    return found;
  }

  private void next(SagaDefinition<?> definition, SagaEvent entry) {
    boolean isOwn = definition.version() == progress.version;
    if (isOwn && isDecision(entry)) {
      decide(definition, entry);
    }
    if (!(entry instanceof Started)) {
      progress.apply(entry, line.time());
    }
    if (isOwn) {
      read(definition, entry);
    }
    before = entry;
  }

  private <S> void decide(SagaDefinition<S> definition, SagaEvent entry) {
    decided = entry.effects();
    new ReplayedDecision<>(definition, progress, services, trees, line.time())
        .differences(entry, said.isEmpty())
        .forEach(what -> report(what, remedy(definition)));
  }

  /** Whether the code has decided it, and not somebody else, or the entry before it. */
  private boolean isDecision(SagaEvent entry) {
    if (entry instanceof StepFailed failed) {
      return !(before instanceof EventTaken taken
          && taken.hasFailed()
          && failed.step().equals(taken.step()));
    }
    boolean isConsequence =
        entry instanceof CompensationStarted
            || (entry instanceof Completed && decided.isCompleted())
            || (entry instanceof Quarantined && before instanceof StepFailed);
    return !isConsequence
        && !(entry instanceof Started
            || entry instanceof EventReceived
            || entry instanceof Operated
            || entry instanceof Migrated);
  }

  /** What cannot be read any more is said once; then decisions are only compared. */
  private void read(SagaDefinition<?> definition, SagaEvent entry) {
    List<String> problems = new ArrayList<>();
    Object state = entry instanceof Started started ? started.input() : entry.effects().state();
    if (state != null) {
      problems.addAll(Continuation.unreadable(definition, state, trees));
    }
    if (entry instanceof EventReceived received) {
      problems.addAll(Continuation.unreadable(received.event(), trees));
    }
    if (entry instanceof Started started && started.event() != null) {
      problems.addAll(Continuation.unreadable(started.event(), trees));
    }
    problems.stream().filter(said::add).forEach(what -> report(what, READABLE));
  }

  private static final String READABLE =
      "Keep the old names and types readable, by the class, by its codec, or by an upcaster.";

  /** Whether it can be continued from where its journal ends. */
  private void end(SagaDefinition<?> definition) {
    if (progress.status.isEnded()) {
      return;
    }
    List<String> problems = new ArrayList<>(Continuation.problems(definition, progress, trees));
    progress.steps.keySet().stream()
        .map(step -> Continuation.missing(definition, WorkId.step(step)))
        .flatMap(List::stream)
        .filter(problem -> !problems.contains(problem))
        .forEach(problems::add);
    problems.stream()
        .filter(problem -> found.stream().noneMatch(known -> known.what().equals(problem)))
        .forEach(problem -> report(problem, remedy(definition)));
  }

  private String remedy(SagaDefinition<?> definition) {
    return definition.version() == progress.version
        ? "Leave version %1$d as it was and give the change version %2$d; if running instances are to follow that one, let it migrate %1$d."
            .formatted(progress.version, versions.newest().version() + 1)
        : "Version %d migrates version %d: let it know what its instances need, or keep the definition of version %2$d beside it."
            .formatted(definition.version(), progress.version);
  }

  private void report(String what, String remedy) {
    found.add(new SagaDifference(progress.id(), line.version(), line.type(), what, remedy));
  }
}
