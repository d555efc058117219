package io.orchestrix.saga;

import io.orchestrix.audit.AuditedAction;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.saga.SagaEvent.CompensationStarted;
import io.orchestrix.saga.SagaEvent.Operated;
import io.orchestrix.saga.SagaJournal.Loaded;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What operators do to instances: an entry in the journal, and a turn that follows it. */
final class Operating {

  private static final int ATTEMPTS = 5;

  private final SagaServices services;
  private final SagaJournal journal;

  Operating(SagaServices services) {
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
  }

  /**
   * Does it in the unit of work of the thread, or in one of its own.
   *
   * @throws SagaException if the instance does not stand so that it can be done
   */
  void operate(
      Supplier<SagaVersions> versions, SagaId id, OperatorAction action, String by, String note) {
    String name = "saga." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    AuditedAction audited = services.audit().begin(name, id.toString(), note, by);
    audited.failing(
        () -> {
          SagaVersions known = versions.get();
          attempt(
              () -> {
                inTransaction(known, id, action, by, note);
                audited.done();
              });
          return known;
        });
  }

  private void attempt(Runnable work) {
    boolean isOwn = !services.unitOfWork().isActive();
    for (int attempt = 1; ; attempt++) {
      try {
        services.unitOfWork().run(work);
        return;
      } catch (ConflictException e) { // an event has arrived
        if (!isOwn || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void inTransaction(
      SagaVersions versions, SagaId id, OperatorAction action, String by, String note) {
    Instant now = services.clock().instant();
    SagaProgress before = load(id).progress();
    services.deadlines().put(List.of(SagaTurns.deadline(id, before.version, now, before.origin)));
    Loaded loaded = load(id); // behind a turn that had the deadline
    SagaProgress progress = loaded.progress();
    check(versions, progress, action);
    List<SagaEvent> entries = new ArrayList<>();
    entries.add(
        new Operated(
            action, progress.quarantine == null ? null : progress.quarantine.work(), by, note));
    if (action == OperatorAction.COMPENSATE && progress.direction == SagaStatus.ACTIVE) {
      entries.add(new CompensationStarted(note));
    }
    entries.forEach(entry -> progress.apply(entry, now));
    services.instances().save(List.of(progress.row()));
    services
        .current()
        .runWithin(
            progress.origin,
            1,
            () ->
                journal.append(
                    List.of(
                        journal.append(id, AppendCondition.atVersion(loaded.version()), entries))));
  }

  private Loaded load(SagaId id) {
    return journal.load(id).orElseThrow(() -> SagaException.noInstance(id.saga(), id.key()));
  }

  private static void check(SagaVersions versions, SagaProgress progress, OperatorAction action) {
    boolean isQuarantined = progress.status == SagaStatus.QUARANTINED;
    if (action == OperatorAction.COMPENSATE) {
      boolean isForward = progress.direction == SagaStatus.ACTIVE && !progress.status.isEnded();
      if (!isForward) {
        throw SagaException.notCompensable(progress.saga, progress.key, progress.status);
      }
      if (isBehindPivot(versions, progress)) {
        throw SagaException.behindPivot(progress.saga, progress.key);
      }
      return;
    }
    if (!isQuarantined) {
      throw SagaException.notQuarantined(progress.saga, progress.key, progress.status);
    }
    if (progress.state == null && action != OperatorAction.RETRY) {
      throw SagaException.notSkippable(progress.saga, progress.key, action);
    }
  }

  /** Of a pivot that is quarantined itself the operator knows that it has not happened. */
  private static boolean isBehindPivot(SagaVersions versions, SagaProgress progress) {
    WorkId work = progress.quarantine == null ? null : progress.quarantine.work();
    String decided = work == null || work.kind() != WorkId.Kind.STEP ? null : work.name();
    return versions
        .of(progress.version)
        .map(definition -> progress.isBehindPivot(definition, decided))
        .orElseThrow(() -> SagaException.unknownHere(progress.saga, progress.version));
  }
}
