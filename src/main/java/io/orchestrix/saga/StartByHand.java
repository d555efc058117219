package io.orchestrix.saga;

import io.orchestrix.audit.AuditedAction;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaJournal.Loaded;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts instances with an input, not with an event. Thread-safe. */
final class StartByHand {

  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;

  StartByHand(SagaServices services, SagaJournal journal, JsonTrees trees) {
    this.services = services;
    this.journal = journal;
    this.trees = trees;
  }

  /**
   * Does so in the unit of work of the thread, or in one of its own, unless there is one with the
   * same input.
   *
   * @throws SagaException if there is one with another input, or the saga begins with something
   *     else
   */
  void start(SagaDefinition<?> definition, SagaId id, Object input, AuditedAction audited) {
    if (!definition.stateType().isInstance(input)) {
      throw SagaException.wrongInput(id.saga(), definition.stateType(), input.getClass());
    }
    Object first = trees.tree(input);
    try {
      services.unitOfWork().run(() -> startOnce(definition, id, first, audited));
    } catch (ConflictException e) {
      if (services.unitOfWork().isActive()) {
        throw e; // only who began it can try again
      }
      services
          .unitOfWork()
          .run(() -> startOnce(definition, id, first, audited)); // somebody else has
    }
  }

  private void startOnce(
      SagaDefinition<?> definition, SagaId id, Object input, AuditedAction audited) {
    Optional<Loaded> known = journal.load(id);
    if (known.isPresent()) {
      if (!SameJson.is(input, known.get().progress().input)) {
        throw SagaException.otherInput(id.saga(), id.key());
      }
      audited.repeated();
      return;
    }
    Instant now = services.clock().instant();
    Origin origin = services.current().origin();
    services.instances().save(List.of(Starting.row(definition, id.key(), now)));
    journal.append(
        List.of(
            journal.append(
                id,
                AppendCondition.noStream(),
                List.of(Starting.entry(definition, id.key(), null, input, now)))));
    services.deadlines().put(List.of(SagaTurns.deadline(id, definition.version(), now, origin)));
    audited.done();
  }
}
