package io.orchestrix.eventstore.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.SentStatements;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an append sends to PostgreSQL, the commit aside. */
class RoundTripsTest {

  @EventType("counted")
  record Counted(int number) implements Event {}

  private static final SentStatements SENT = new SentStatements();
  private static Container container;

  private final StreamId stream = new StreamId("test", UUID.randomUUID().toString());

  @BeforeAll
  static void start() {
    container = Container.startWatched(SENT, TestDatabase.postgres(), Counted.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private void append(AppendCondition condition, int events) {
    MetadataFactory metadata = container.get(MetadataFactory.class);
    List<NewEvent> counted =
        IntStream.range(0, events)
            .mapToObj(
                i -> new NewEvent(metadata.create("counted", stream.toString()), new Counted(i)))
            .toList();
    container.get(EventStore.class).append(stream, condition, counted);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 2_000})
  void a_new_stream_takes_two_statements_whatever_the_number_of_events(int events) {
    SENT.take();

    append(AppendCondition.noStream(), events);

    assertThat(SENT.take())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("insert into").contains("orx_stream"),
            second -> assertThat(second).contains("pg_advisory").contains("orx_event"));
    assertThat(container.get(EventStore.class).read(stream)).hasSize(events);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 2_000})
  void a_stream_that_was_looked_at_takes_two_more_one_of_them_hibernates_version_check(int events) {
    append(AppendCondition.noStream(), 3);
    SENT.take();

    container
        .get(UnitOfWork.class)
        .get(
            () -> {
              container.get(EventStore.class).info(stream);
              append(AppendCondition.atVersion(3), events);
              return true;
            });

    assertThat(SENT.take())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("select").contains("orx_stream"),
            second ->
                assertThat(second)
                    .startsWith("update")
                    .contains("lock_version=?")
                    .endsWith("where id=? and lock_version=?"),
            third -> assertThat(third).contains("pg_advisory").contains("orx_event"));
  }
}
