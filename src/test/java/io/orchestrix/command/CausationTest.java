package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CausationTest {

  record First(String tally) implements Command {}

  record Second(String tally) implements Command {}

  @ApplicationScoped
  static class Chain {
    @Inject AggregateRepository<Tally> tallies;
    @Inject CommandBus bus;

    List<?> first(@HandlesCommand First command, Metadata metadata) {
      return List.of(metadata, bus.send(new Second(command.tally()), Metadata.class));
    }

    Metadata second(@HandlesCommand Second command, Metadata metadata) {
      tallies.create(command.tally(), tally -> tally.add(1));
      return metadata;
    }
  }

  private static Container container;

  @BeforeAll
  static void start() {
    container = Container.start(TestDatabase.h2(), Tally.class, Chain.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static Metadata eventOf(String tally) {
    StreamId stream = new StreamId("tally", tally);
    return container.get(EventStore.class).read(stream).findFirst().orElseThrow().metadata();
  }

  @Test
  void an_event_names_the_command_that_caused_it() {
    Metadata command = container.get(CommandBus.class).send(new Second("a"), Metadata.class);

    Metadata event = eventOf("a");
    assertThat(event.causationId()).isEqualTo(command.id());
    assertThat(event.correlationId()).isEqualTo(command.id());
    assertThat(event.id()).isNotEqualTo(command.id());
    assertThat(event.subject()).isEqualTo("tally/a");
    assertThat(event.source()).isEqualTo("/test");
    assertThat(event.type()).isEqualTo("Added");
  }

  @Test
  void a_nested_command_names_the_outer_one_and_shares_its_conversation() {
    List<?> sent = container.get(CommandBus.class).send(new First("b"), List.class);

    Metadata first = (Metadata) sent.get(0);
    Metadata second = (Metadata) sent.get(1);
    assertThat(first.causationId()).isNull();
    assertThat(second.causationId()).isEqualTo(first.id());
    assertThat(second.correlationId()).isEqualTo(first.correlationId()).isEqualTo(first.id());
    assertThat(eventOf("b").causationId()).isEqualTo(second.id());
    assertThat(eventOf("b").correlationId()).isEqualTo(first.id());
  }

  @Test
  void two_commands_in_a_row_are_two_conversations() {
    CommandBus bus = container.get(CommandBus.class);

    assertThat(bus.send(new Second("c"), Metadata.class).correlationId())
        .isNotEqualTo(bus.send(new Second("d"), Metadata.class).correlationId());
  }
}
