package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.Started;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Instances that wait, made without their turns, which would take long. */
record Waiting(SagaServices services, SagaDefinition<?> definition) {

  private static final int AT_ONCE = 500;

  /**
   * @param last how far they are; {@code null} if they wait for a deadline {@code due}
   * @param until when there is something to be done
   */
  void put(
      List<String> keys, Function<String, Object> state, @Nullable SagaEvent last, Instant until) {
    for (int i = 0; i < keys.size(); i += AT_ONCE) {
      List<String> some = keys.subList(i, Math.min(keys.size(), i + AT_ONCE));
      services.unitOfWork().run(() -> putSome(some, state, last, until));
    }
  }

  private void putSome(
      List<String> keys, Function<String, Object> state, @Nullable SagaEvent last, Instant until) {
    SagaJournal journal = new SagaJournal(services.events(), services.metadata());
    JsonTrees trees = new JsonTrees(services.codec(), services.format());
    List<Deadline> deadlines = new ArrayList<>();
    List<Append> appends = new ArrayList<>();
    List<SagaRow> rows = new ArrayList<>();
    for (String key : keys) {
      SagaId id = new SagaId(definition.name(), key);
      List<SagaEvent> entries = new ArrayList<>();
      entries.add(
          new Started(
              definition.name(),
              definition.version(),
              key,
              null,
              trees.tree(state.apply(key)),
              last == null ? Map.of("due", until) : Map.of()));
      if (last != null) {
        entries.add(last);
      }
      appends.add(journal.append(id, AppendCondition.noStream(), entries));
      deadlines.add(SagaTurns.deadline(id, definition.version(), until, Origin.NONE));
      rows.add(Starting.row(definition, key, services.clock().instant()));
    }
    services.deadlines().put(deadlines);
    journal.append(appends);
    services.instances().save(rows);
  }
}
