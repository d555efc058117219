package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.saga.Blame.FailedAt;
import io.orchestrix.saga.SagaEvent.EventReceived;
import io.orchestrix.saga.SagaEvent.Migrated;
import io.orchestrix.saga.SagaEvent.StepStarted;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done with one instance in one transaction. Used by one thread. */
final class SagaTurn<S> {

  /** No instance keeps others waiting for longer. */
  private static final int MOST_AT_ONCE = 100;

  private final SagaDefinition<S> definition;
  private final SagaProgress progress;
  private final long version;
  private final Deadline deadline;
  private final SagaServices services;
  private final JsonTrees trees;
  private final Blame blame;
  private final UnmatchedEvents unmatched;
  private final Consumer<SagaId> onChange;
  private final Instant now;
  private final Performing<S> performing;
  private final SagaStatus before;
  private final @Nullable String reasonBefore;
  private final List<SagaEvent> entries = new ArrayList<>();
  private @Nullable Throwable failure;

  /**
   * @param deadline which has given the turn
   * @param unmatched events that may find the instance from now on
   * @param onChange is told if the instance stands otherwise, once that is committed
   */
  SagaTurn(
      SagaDefinition<S> definition,
      Loaded loaded,
      Deadline deadline,
      SagaServices services,
      JsonTrees trees,
      Blame blame,
      UnmatchedEvents unmatched,
      Consumer<SagaId> onChange,
      Instant now) {
    this.definition = definition;
    this.progress = loaded.progress();
    this.version = loaded.version();
    this.deadline = deadline;
    this.services = services;
    this.trees = trees;
    this.blame = blame;
    this.unmatched = unmatched;
    this.onChange = onChange;
    this.now = now;
    this.performing = new Performing<>(definition, progress, services, trees, now);
    this.before = progress.status;
    this.reasonBefore = progress.reason;
  }

  void take() throws Exception {
    migrate();
    int done = 0;
    Work<S> work = next();
    while (!(work instanceof Wait) && !isEnough(work, done)) {
      try {
        add(observed(work));
      } catch (Throwable e) {
        blame.put(deadline.id(), new FailedAt(done, work.id()));
        throw e;
      }
      done++;
      work = next();
    }
    end(work, true);
  }

  private List<SagaEvent> observed(Work<S> work) throws Exception {
    return services
        .monitor()
        .begin(new ObservedWork(progress, work.id()).activity())
        .around(() -> performing.perform(work));
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
            && entries.get(entries.size() - 1) instanceof StepStarted begun
            && !begun.isAwaiting();
    return done == MOST_AT_ONCE
        || (done > 0 && blame.isSeparate(progress.id()))
        || isBegun
        || (performing.isToBeKept() && !isOurs);
  }

  /** Decides what follows when the turn has failed, which was rolled back. */
  Optional<Instant> failed(Throwable why) {
    failure = why;
    FailedAt at = blame.take(deadline.id()).orElse(null);
    if (at == null && blame.separate(progress.id())) {
      return Optional.of(now);
    }
    if (at != null && at.behind() > 0) {
      blame.separate(progress.id()); // until it is committed: it may fail when it is done again
    }
    migrate();
    Work<S> work = next();
    for (int i = 0; at != null && i < at.behind() && !(work instanceof Wait); i++) {
      add(again(work)); // it was rolled back for no fault of its own
      work = next();
    }
    boolean isOver = work instanceof Wait || work instanceof TimeOut; // as it took so long
    if (!isOver && (at == null || at.work().equals(work.id()))) {
      add(new Failing<>(definition, progress, services.settings(), performing, now).of(work, why));
      work = next();
    }
    end(work, false);
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
   * Nobody else has a turn meanwhile, but events may have arrived, behind which this comes: they do
   * not wait for turns, so the next one looks at them.
   *
   * @param isFired whether the deadline has fired, so that it is removed unless it is put anew
   */
  private void end(Work<S> next, boolean isFired) {
    SagaId id = progress.id();
    List<CorrelationKey> added = correlate();
    unmatched.wake(added, now); // may wait for who looks at them, and so has no lock on the journal
    boolean isOther = saveIfOther(); // before the journal: in memory one is seen after the other
    long current = services.events().lock(id.journal());
    boolean isQuiet = current == version;
    if (!isQuiet) {
      checkOnlyEvents(id);
    }
    if (!entries.isEmpty()) {
      SagaJournal journal = new SagaJournal(services.events(), services.metadata());
      journal.append(List.of(journal.append(id, AppendCondition.atVersion(current), entries)));
    }
    arm(isQuiet && next instanceof Wait<S> wait ? wait.until() : now, isFired);
    services.unitOfWork().afterEnd(how -> ended(how == UnitOfWork.End.COMMITTED, isOther));
  }

  /** What an operator has decided meanwhile comes first; where stores make nobody wait. */
  private void checkOnlyEvents(SagaId id) {
    StreamRange meanwhile = StreamRange.ALL.from(version + 1);
    try (Stream<RecordedEvent> added = services.events().read(id.journal(), meanwhile)) {
      if (!added.allMatch(entry -> entry.payload() instanceof EventReceived)) {
        throw new ConflictException(
            new IllegalStateException("Somebody has decided about %s meanwhile.".formatted(id)));
      }
    }
  }

  private void ended(boolean isCommitted, boolean isOther) {
    if (isCommitted) {
      blame.rejoin(progress.id());
      new SagaReport(progress, services.monitor()).tell(entries, failure);
    }
    if (isOther) {
      onChange.accept(progress.id());
    }
  }

  private void arm(@Nullable Instant at, boolean isFired) {
    Deadline next =
        SagaTurns.deadline(progress.id(), progress.version, at == null ? now : at, progress.origin);
    if (!isFired && (at == null || !next.key().equals(deadline.key()))) {
      services.deadlines().remove(deadline.key());
    }
    if (at != null) {
      services.deadlines().put(List.of(next));
    }
  }

  private boolean saveIfOther() {
    boolean isOther =
        progress.status != before
            || !Objects.equals(progress.reason, reasonBefore)
            || entries.stream().anyMatch(Migrated.class::isInstance);
    if (isOther) {
      services.instances().save(List.of(progress.row()));
    }
    return isOther;
  }

  /** Returns the keys by which events find it from now on. */
  private List<CorrelationKey> correlate() {
    if (progress.status.isEnded()) {
      if (!progress.keys.isEmpty()) {
        services.instances().forgetKeys(progress.id());
      }
      return List.of();
    }
    List<CorrelationKey> added =
        entries.stream().flatMap(entry -> entry.effects().keys().stream()).toList();
    if (!added.isEmpty()) {
      services.instances().correlate(progress.id(), added);
    }
    return added;
  }
}
