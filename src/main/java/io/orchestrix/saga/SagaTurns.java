package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaJournal.Loaded;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings instances of a saga on. Each has one deadline at most, which says when there is something
 * to be done; whoever fires it has the turn. Thread-safe.
 */
final class SagaTurns {

  private final SagaVersions versions;
  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;
  private final Blame blame = new Blame();
  private final UnmatchedEvents unmatched;
  private final Consumer<SagaId> onChange;

  /**
   * @param onChange is told of each instance that stands otherwise, once that is committed
   */
  SagaTurns(SagaVersions versions, SagaServices services, Consumer<SagaId> onChange) {
    this.versions = versions;
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.trees = new JsonTrees(services.codec(), services.format());
    this.unmatched = new UnmatchedEvents(versions, services);
    this.onChange = onChange;
  }

  String saga() {
    return versions.name();
  }

  /** The name of the deadlines of instances of a version. */
  static String handler(String saga, int version) {
    return "saga:%s:%d".formatted(saga, version);
  }

  /** When there is something to be done for an instance. */
  static Deadline deadline(SagaId id, int version, Instant at, Origin origin) {
    return Deadline.of(new DeadlineKey(handler(id.saga(), version), id.key()), at, "", origin, "");
  }

  /** Brings an instance on as far as one transaction may. */
  void take(Deadline deadline) throws Exception {
    blame.take(deadline.id()); // of an attempt that has failed for no fault of its own
    SagaId id = id(deadline);
    Optional<SagaTurn<?>> turn = turn(deadline, journal.load(id).orElseThrow(() -> notYet(id)));
    if (turn.isPresent()) {
      turn.get().take();
    }
  }

  /** Decides what follows when a turn has failed. */
  Optional<Instant> failed(Deadline deadline, Throwable failure) {
    return journal
        .load(id(deadline)) // unless somebody has deleted it
        .flatMap(loaded -> turn(deadline, loaded))
        .flatMap(turn -> turn.failed(failure));
  }

  private Optional<SagaTurn<?>> turn(Deadline deadline, Loaded loaded) {
    SagaProgress progress = loaded.progress();
    Instant now = services.clock().instant();
    Deadline own = deadline(progress.id(), progress.version, now, progress.origin);
    Optional<SagaDefinition<?>> definition =
        own.key().equals(deadline.key()) ? versions.of(progress.version) : Optional.empty();
    if (definition.isEmpty()) { // migrated meanwhile: another turn may run, and sees what is new
      services.deadlines().putWithoutWaiting(List.of(own));
    }
    return definition.map(
        version ->
            new SagaTurn<>(
                version, loaded, deadline, services, trees, blame, unmatched, onChange, now));
  }

  private SagaId id(Deadline deadline) {
    return new SagaId(saga(), deadline.key().value());
  }

  /** In memory a deadline may be seen a moment before the journal that it was put with. */
  private static ConflictException notYet(SagaId id) {
    return new ConflictException(
        new IllegalStateException("The instance %s has no journal yet.".formatted(id)));
  }
}
