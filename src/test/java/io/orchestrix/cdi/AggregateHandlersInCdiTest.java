package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.AggregateExistsException;
import io.orchestrix.aggregate.AggregateNotFoundException;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.TerminalStateException;
import io.orchestrix.cdi.Light.LightCommand;
import io.orchestrix.cdi.Light.LightEvent;
import io.orchestrix.cdi.Light.LightState;
import io.orchestrix.command.CommandBus;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aggregates and deciders handle commands themselves; there is no bean for that. */
class AggregateHandlersInCdiTest {

  @Dependent
  static class Repositories {
    @Inject AggregateRepository<Parcel> parcels;
    @Inject AggregateRepository<Decided<LightCommand, LightState, LightEvent>> lights;
  }

  private static Container container;
  private static CommandBus commands;
  private static Repositories repositories;

  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(),
            Parcel.class,
            Carried.class,
            Carried.Weighable.class,
            Parcel.Stamp.class,
            Parcel.Scales.class,
            Light.class,
            Repositories.class);
    commands = container.get(CommandBus.class);
    repositories = container.get(Repositories.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @BeforeEach
  void clearLog() {
    Parcel.LOG.clear();
  }

  private Parcel parcel() {
    return repositories.parcels.load(id);
  }

  @Test
  void whether_there_has_to_be_one_is_kept() {
    assertThatThrownBy(() -> commands.send(new Parcel.Send(id)))
        .isInstanceOf(AggregateNotFoundException.class);

    commands.send(new Parcel.Pack(id, "books"));
    assertThatThrownBy(() -> commands.send(new Parcel.Pack(id, "books")))
        .isInstanceOf(AggregateExistsException.class);
    commands.send(new Parcel.Send(id));

    assertThat(parcel().version()).isEqualTo(2);
  }

  @Test
  void one_that_may_be_new_is_made_or_changed() {
    assertThat(commands.send(new Parcel.Label(id, "fragile"), Long.class)).isEqualTo(1);
    assertThat(commands.send(new Parcel.Label(id, "heavy"), long.class)).isEqualTo(2);
  }

  @Test
  void its_further_parameters_are_beans_and_dependent_ones_live_as_long_as_the_call() {
    commands.send(new Parcel.Pack(id, "books"));

    assertThat(commands.send(new Parcel.Weigh(id))).isEqualTo("5 books by the Weigh, marked");
    assertThat(Parcel.LOG).containsExactly("stamped", "stamp destroyed");
    assertThatThrownBy(() -> commands.send(new Parcel.Lose(id))).hasMessage("lost");
    assertThat(Parcel.LOG).containsExactly("stamped", "stamp destroyed", "stamp destroyed");
  }

  @Test
  void inherited_handlers_have_their_further_parameters_too() {
    commands.send(new Parcel.Pack(id, "stones"));

    assertThat(commands.send(new Parcel.Carry(id))).isEqualTo("carried 6 stones");
    assertThat(commands.send(new Parcel.Check(id))).isEqualTo("checked 6");
  }

  @Test
  void a_conflict_lets_it_decide_again() {
    commands.send(new Parcel.Pack(id, "books"));
    Parcel.onNextSend =
        () -> repositories.parcels.async().update(id, Parcel::mark).toCompletableFuture().join();

    commands.send(new Parcel.Send(id));

    assertThat(Parcel.LOG).containsExactly("send at 1", "send at 2");
    assertThat(parcel().version()).isEqualTo(3);
  }

  @Test
  void a_decider_handles_its_commands_and_answers_with_the_state() {
    assertThat(commands.send(new Light.SwitchOn(id), LightState.class)).isEqualTo(new Light.On(1));
    commands.send(new Light.SwitchOff(id));
    assertThat(commands.send(new Light.SwitchOn(id))).isEqualTo(new Light.On(2));

    Decided<LightCommand, LightState, LightEvent> light = repositories.lights.load(id);
    assertThat(light.state()).isEqualTo(new Light.On(2));
    assertThat(light.version()).isEqualTo(3);
    commands.send(new Light.Smash(id));
    assertThatThrownBy(() -> commands.send(new Light.SwitchOn(id)))
        .isInstanceOf(TerminalStateException.class);
  }

  @Test
  void an_asynchronous_repository_works_on_threads_of_the_server() {
    CompletionStage<Parcel> stage =
        repositories
            .parcels
            .async()
            .create(
                id,
                parcel -> {
                  Parcel.LOG.add(Thread.currentThread().getName());
                  parcel.mark();
                });

    assertThat(stage.toCompletableFuture().join().version()).isEqualTo(1);
    assertThat(Parcel.LOG).containsExactly("managed");
    assertThat(parcel().version()).isEqualTo(1);
  }
}
