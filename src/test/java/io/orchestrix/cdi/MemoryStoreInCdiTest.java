package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateNotFoundException;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.aggregate.Snapshots;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.IdempotencyStore;
import io.orchestrix.command.TargetId;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With {@code orchestrix.store=memory} all is as it is with a database, in memory. */
class MemoryStoreInCdiTest {

  record Added(long by) implements Event {}

  record Add(@TargetId String sum, long by) implements Command {}

  record Overdraw(@TargetId String sum) implements Command {}

  @Snapshots(every = 2)
  @Aggregate("sum")
  static class Sum extends AggregateRoot {
    private long value;

    @Creates(Creation.IF_MISSING)
    long add(@HandlesCommand Add command) {
      apply(new Added(command.by()));
      return value;
    }

    void overdraw(@HandlesCommand Overdraw command) {
      apply(new Added(-value - 1));
      throw new IllegalStateException("overdrawn");
    }

    void when(Added event) {
      value += event.by();
    }
  }

  private static Container container;
  private static CommandBus commands;
  private static EventStore store;

  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    container =
        Container.startWith(Map.of("orchestrix.store", "memory"), TestDatabase.h2(), Sum.class);
    commands = container.get(CommandBus.class);
    store = container.get(EventStore.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private long events() {
    return store.read(new StreamId("sum", id)).count();
  }

  @Test
  void nothing_is_in_the_database() {
    commands.withIdempotencyKey(id).send(new Add(id, 1));

    assertThat(events()).isEqualTo(1);
    assertThat(container.get(IdempotencyStore.class)).isInstanceOf(InMemoryIdempotencyStore.class);
    assertThat(
            container
                .dataSource()
                .number(
                    "select count(*) from information_schema.tables where lower(table_name) like 'orx%'"))
        .isZero();
  }

  @Test
  void commands_and_snapshots_are_kept() {
    for (int i = 0; i < 5; i++) {
      commands.send(new Add(id, 1));
    }

    assertThat(commands.send(new Add(id, 1))).isEqualTo(6L);
    assertThat(events()).isEqualTo(6);
    assertThat(container.get(AggregateServices.class).snapshots().find(new StreamId("sum", id)))
        .get()
        .returns(6L, Snapshot::version);
  }

  @Test
  void a_command_that_fails_is_undone() {
    commands.send(new Add(id, 5));

    assertThatThrownBy(() -> commands.send(new Overdraw(id))).hasMessage("overdrawn");

    assertThat(events()).isEqualTo(1);
    assertThat(commands.send(new Add(id, 1))).isEqualTo(6L);
  }

  @Test
  void a_transaction_of_jta_around_commands_undoes_all_of_them() {
    UnitOfWork unitOfWork = container.get(UnitOfWork.class);
    String key = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      commands.send(new Add(id, 5));
                      commands.withIdempotencyKey(key).send(new Add(id, 6));
                      assertThat(events()).isEqualTo(2);
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(events()).isZero();
    assertThat(commands.withIdempotencyKey(key).send(new Add(id, 6))).isEqualTo(6L);
  }

  @Test
  void all_commands_that_are_sent_together_are_done_or_none() {
    assertThat(commands.sendAll(List.of(new Add(id, 1), new Add(id, 2)))).containsExactly(1L, 3L);
    assertThatThrownBy(() -> commands.sendAll(List.of(new Add(id, 1), new Overdraw(id))))
        .hasMessage("overdrawn");

    assertThat(events()).isEqualTo(2);
    assertThatThrownBy(() -> commands.send(new Overdraw(UUID.randomUUID().toString())))
        .isInstanceOf(AggregateNotFoundException.class);
  }

  @Test
  void a_repetition_gets_the_answer_again() {
    String key = UUID.randomUUID().toString();

    assertThat(commands.withIdempotencyKey(key).send(new Add(id, 1))).isEqualTo(1L);
    commands.send(new Add(id, 1));
    assertThat(commands.withIdempotencyKey(key).send(new Add(id, 1))).isEqualTo(1L);

    assertThat(events()).isEqualTo(2);
  }
}
