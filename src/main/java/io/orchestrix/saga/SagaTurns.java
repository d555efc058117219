package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.Migrated;
import io.orchestrix.saga.SagaJournal.Loaded;
import io.orchestrix.saga.Work.BeginStep;
import io.orchestrix.saga.Work.End;
import io.orchestrix.saga.Work.IgnoreEvent;
import io.orchestrix.saga.Work.TimeOut;
import io.orchestrix.saga.Work.Wait;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings instances of a saga on. Each has one deadline at most, which says when there is something
 * to be done; whoever fires it has the turn. Thread-safe.
 */
final class SagaTurns {

  /** No instance keeps others waiting for longer. */
  private static final int MOST_AT_ONCE = 100;

  private final SagaVersions versions;
  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;
  private final Consumer<SagaId> onChange;

  /** What has failed in a turn, and how much other work was done before it. */
  private record FailedAt(int behind, WorkId work) {}

  private final Map<UUID, FailedAt> failures = new ConcurrentHashMap<>();

  /** Instances that do one piece of work in a turn, as nobody can tell which one has failed. */
  private final Set<SagaId> oneByOne = ConcurrentHashMap.newKeySet();

  /**
   * @param onChange is told of each instance that stands otherwise, once that is committed
   */
  SagaTurns(SagaVersions versions, SagaServices services, Consumer<SagaId> onChange) {
    this.versions = versions;
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.trees = new JsonTrees(services.codec(), services.format());
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
    failures.remove(deadline.id()); // of an attempt that has failed for no fault of its own
    if (!take(deadline, false)) {
      services.events().lock(id(deadline).journal()); // who put the deadline may not be done yet
      take(deadline, true);
    }
  }

  /**
   * @param isSure whether the journal is as it will stay
   * @return false if there was nothing to be done, and that is not sure
   */
  private boolean take(Deadline deadline, boolean isSure) throws Exception {
    SagaId id = id(deadline);
    Optional<Turn<?>> turn = turn(id, journal.load(id).orElseThrow(() -> notYet(id)));
    return turn.isEmpty() || turn.get().take(deadline, isSure);
  }

  /** Decides what follows when a turn has failed. */
  Optional<Instant> failed(Deadline deadline, Throwable failure, Instant now) {
    SagaId id = id(deadline);
    return journal
        .load(id) // unless somebody has deleted it
        .flatMap(loaded -> turn(id, loaded))
        .flatMap(turn -> turn.failed(deadline, failure));
  }

  private Optional<Turn<?>> turn(SagaId id, Loaded loaded) {
    SagaProgress progress = loaded.progress();
    Optional<SagaDefinition<?>> definition = versions.of(progress.version);
    if (definition.isEmpty()) { // another node has migrated it meanwhile, and has to know
      Instant now = services.clock().instant();
      services.deadlines().put(List.of(deadline(id, progress.version, now, progress.origin)));
    }
    return definition.map(version -> new Turn<>(version, loaded));
  }

  private SagaId id(Deadline deadline) {
    return new SagaId(saga(), deadline.key().value());
  }

  /** In memory a deadline may be seen a moment before the journal that it was put with. */
  private static ConflictException notYet(SagaId id) {
    return new ConflictException(
        new IllegalStateException("The instance %s has no journal yet.".formatted(id)));
  }

  /** What is done with one instance in one transaction. */
  private final class Turn<S> {

    private final SagaDefinition<S> definition;
    private final SagaProgress progress;
    private final long version;
    private final SagaStatus before;
    private final @Nullable String reasonBefore;
    private final Instant now = services.clock().instant();
    private final List<SagaEvent> entries = new ArrayList<>();
    private final Performing<S> performing;

    Turn(SagaDefinition<S> definition, Loaded loaded) {
      this.definition = definition;
      this.progress = loaded.progress();
      this.version = loaded.version();
      this.before = progress.status;
      this.reasonBefore = progress.reason;
      this.performing = new Performing<>(definition, progress, services, trees, now);
    }

    boolean take(Deadline deadline, boolean isSure) throws Exception {
      migrate();
      int done = 0;
      Work<S> work = next();
      if (work instanceof Wait && entries.isEmpty() && !isSure) {
        return false;
      }
      while (!(work instanceof Wait) && !isEnough(work, done)) {
        try {
          add(performing.perform(work));
        } catch (Throwable e) {
          failures.put(deadline.id(), new FailedAt(done, work.id()));
          throw e;
        }
        done++;
        work = next();
      }
      end(deadline, work, true);
      return true;
    }

    private void migrate() {
      if (progress.version != definition.version() && !progress.status.isEnded()) {
        add(List.of(new Migrated(definition.version())));
      }
    }

    private Work<S> next() {
      return NextWork.of(definition, progress, trees::event, now);
    }

    private void add(List<SagaEvent> more) {
      for (SagaEvent entry : more) {
        progress.apply(entry, now);
        entries.add(entry);
      }
    }

    /**
     * After a command only what calls no method: one transaction locks no more than it has to, and
     * nothing is undone for the failure of something else.
     */
    private boolean isEnough(Work<S> next, int done) {
      boolean isOurs =
          next instanceof End
              || next instanceof IgnoreEvent
              || next instanceof TimeOut
              || next instanceof BeginStep;
      boolean isBegun =
          !entries.isEmpty()
              && last() instanceof SagaEvent.StepStarted begun
              && !begun.isAwaiting();
      return done == MOST_AT_ONCE
          || (done > 0 && oneByOne.contains(progress.id()))
          || isBegun
          || (performing.isToBeKept() && !isOurs);
    }

    private SagaEvent last() {
      return entries.get(entries.size() - 1);
    }

    Optional<Instant> failed(Deadline deadline, Throwable failure) {
      FailedAt at = failures.remove(deadline.id());
      if (at == null && oneByOne.add(progress.id())) {
        return Optional.of(now);
      }
      if (at != null && at.behind() > 0) {
        oneByOne.add(progress.id()); // until it is committed: it may fail when it is done again
      }
      migrate();
      Work<S> work = next();
      for (int i = 0; at != null && i < at.behind() && !(work instanceof Wait); i++) {
        add(again(work)); // it was rolled back for no fault of its own
        work = next();
      }
      if (!(work instanceof Wait) && (at == null || at.work().equals(work.id()))) {
        add(
            new Failing<>(definition, progress, services.settings(), performing, now)
                .of(work, failure));
        work = next();
      }
      end(deadline, work, false);
      return Optional.empty(); // what follows has a deadline of its own
    }

    private List<SagaEvent> again(Work<S> work) {
      try {
        return performing.perform(work);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("It has succeeded a moment ago: " + work.id(), e);
      }
    }

    /**
     * @param isFired whether the deadline has fired, so that it is removed unless it is put anew
     */
    private void end(Deadline deadline, Work<S> next, boolean isFired) {
      SagaId id = progress.id();
      arm(deadline, next instanceof Wait<S> wait ? wait.until() : now, isFired);
      if (!entries.isEmpty()) {
        journal.append(List.of(journal.append(id, AppendCondition.atVersion(version), entries)));
      }
      services
          .unitOfWork()
          .afterEnd(
              how -> {
                if (how == UnitOfWork.End.COMMITTED) {
                  oneByOne.remove(id);
                }
              });
      correlate();
      boolean isOther =
          progress.status != before
              || !java.util.Objects.equals(progress.reason, reasonBefore)
              || entries.stream().anyMatch(Migrated.class::isInstance);
      if (isOther) {
        services.instances().save(List.of(progress.row()));
        services.unitOfWork().afterEnd(end -> onChange.accept(id));
      }
    }

    private void arm(Deadline deadline, @Nullable Instant at, boolean isFired) {
      Deadline next =
          deadline(progress.id(), progress.version, at == null ? now : at, progress.origin);
      if (!isFired && (at == null || !next.key().equals(deadline.key()))) {
        services.deadlines().remove(deadline.key());
      }
      if (at != null) {
        services.deadlines().put(List.of(next));
      }
    }

    private void correlate() {
      if (progress.status.isEnded()) {
        if (!progress.keys.isEmpty()) {
          services.instances().forgetKeys(progress.id());
        }
        return;
      }
      List<CorrelationKey> added =
          entries.stream().flatMap(entry -> entry.effects().keys().stream()).toList();
      if (!added.isEmpty()) {
        services.instances().correlate(progress.id(), added);
      }
    }
  }
}
