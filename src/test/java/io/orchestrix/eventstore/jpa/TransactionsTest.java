package io.orchestrix.eventstore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that have looked, or appended, before others did. */
class TransactionsTest {

  @EventType("stepped")
  record Stepped(int number) implements Event {}

  private static final Map<Database, Container> CONTAINERS = new EnumMap<>(Database.class);

  private final StreamId stream = new StreamId("test", UUID.randomUUID().toString());

  @AfterAll
  static void stop() {
    CONTAINERS.values().forEach(Container::close);
    CONTAINERS.clear();
  }

  private static Container container(Database database) {
    return CONTAINERS.computeIfAbsent(
        database, each -> Container.start(each.open(), Stepped.class));
  }

  private static EventStore store(Database database) {
    return container(database).get(EventStore.class);
  }

  private static UnitOfWork unitOfWork(Database database) {
    return container(database).get(UnitOfWork.class);
  }

  private List<NewEvent> steps(Database database, int count) {
    MetadataFactory metadata = container(database).get(MetadataFactory.class);
    return IntStream.range(0, count)
        .mapToObj(i -> new NewEvent(metadata.create("stepped", null), new Stepped(i)))
        .toList();
  }

  private AppendResult append(Database database, AppendCondition condition) {
    return store(database).append(stream, condition, steps(database, 1));
  }

  /** By somebody else, who commits at once. */
  private void appendElsewhere(Database database) {
    CompletableFuture.runAsync(() -> append(database, AppendCondition.any())).join();
  }

  @ParameterizedTest
  @EnumSource
  void who_has_looked_long_ago_is_judged_by_what_is_there_now(Database database) {
    append(database, AppendCondition.noStream());

    for (AppendCondition condition : List.of(AppendCondition.any(), AppendCondition.atVersion(4))) {
      long version =
          unitOfWork(database)
              .get(
                  () -> {
                    store(database).info(stream);
                    appendElsewhere(database);
                    return append(database, condition).version();
                  });
      assertThat(version).isEqualTo(condition.equals(AppendCondition.any()) ? 3 : 5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobody_reads_all_events_that_are_not_committed_not_even_who_appends_them(Database database) {
    EventStore store = store(database);
    GlobalPosition before = store.watermark().position();

    assertThatThrownBy(
            () ->
                unitOfWork(database)
                    .get(
                        () -> {
                          append(database, AppendCondition.any());
                          assertThat(store.pageOfAll(before, EventFilter.NONE, 10)).isEmpty();
                          assertThat(store.watermark().position()).isEqualTo(before);
                          assertThat(store.read(stream)).hasSize(1);
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");
    append(database, AppendCondition.any());

    assertThat(store.pageOfAll(before, EventFilter.NONE, 10))
        .extracting(RecordedEvent::stream)
        .containsExactly(stream);
  }

  @Test
  void an_append_that_is_repeated_while_it_is_under_way_is_recognised() {
    Database database = Database.POSTGRES;
    append(database, AppendCondition.noStream());
    List<NewEvent> events = steps(database, 2);
    AppendCondition condition = AppendCondition.atVersion(1);

    CompletableFuture<AppendResult> repeated =
        unitOfWork(database)
            .get(
                () -> {
                  store(database).append(stream, condition, events);
                  CompletableFuture<AppendResult> again =
                      CompletableFuture.supplyAsync(
                          () -> store(database).append(stream, condition, events));
                  await().until(() -> waiting(database) > 0);
                  return again;
                });

    assertThat(repeated.join().version()).isEqualTo(3);
    assertThat(store(database).read(stream)).hasSize(3);
  }

  private static long waiting(Database database) {
    return container(database)
        .dataSource()
        .number("select count(*) from pg_locks where not granted");
  }

  @Test
  void an_append_may_be_larger_than_what_a_statement_takes_as_parameters() {
    Database database = Database.POSTGRES;
    append(database, AppendCondition.noStream());
    List<NewEvent> events = steps(database, 70_000);

    AppendResult result = store(database).append(stream, AppendCondition.any(), events);

    assertThat(result.version()).isEqualTo(70_001);
    assertThat(store(database).append(stream, AppendCondition.noStream(), events))
        .isEqualTo(result);
  }
}
