package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.it.guest.side.Beat;
import io.orchestrix.it.guest.side.Beaten;
import io.orchestrix.it.guest.side.Doorman;
import io.orchestrix.it.guest.side.Light;
import io.orchestrix.it.guest.side.LightState;
import io.orchestrix.it.guest.side.LightSwitched;
import io.orchestrix.it.guest.side.Pulse;
import io.orchestrix.it.guest.side.SwitchLight;
import io.orchestrix.it.guest.side.Watcher;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.module.Catalog;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: what the command side is there. */
@ExtendWith(ArquillianExtension.class)
class CommandSideIT {

  @Deployment
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "side.war")
        .addAsLibraries(Applications.libraries())
        .addAsLibraries(Applications.of(Assertions.class))
        .addClasses(Beat.class, Beaten.class, Pulse.class, Watcher.class, Doorman.class)
        .addClasses(Light.class, LightState.class, LightSwitched.class, SwitchLight.class)
        .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION);
  }

  @Inject CommandBus commands;
  @Inject AggregateRepository<Pulse> pulses;
  @Inject AggregateRepository<Decided<SwitchLight, LightState, LightSwitched>> lights;
  @Inject EventStore store;
  @Inject Watcher watcher;
  @Inject Doorman doorman;
  @Inject Catalog catalog;

  private final String id = UUID.randomUUID().toString();

  private GlobalPosition position() {
    return store.read(new StreamId("pulse", id)).findFirst().orElseThrow().position();
  }

  @Test
  void an_aggregate_handles_its_command_and_observers_know_where_its_event_stands()
      throws InterruptedException {
    var before = doorman.passed();

    assertThat(commands.send(new Beat(id), Long.class)).isEqualTo(1);

    assertThat(doorman.passed()).isGreaterThan(before);
    assertThat(watcher.now()).contains(position());
    assertThat(watcher.after()).contains(position());
    assertThat(watcher.isToldLater(position())).isTrue();
  }

  @Test
  void an_observer_stores_something_once_the_commit_is_done() {
    var start = System.nanoTime();
    commands.send(new Beat(id));

    assertThat(lights.load("after-" + id).state().on()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("nobody waits for a turn that is over")
        .isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void an_observer_that_fails_takes_the_command_back() {
    var refused = "refused-" + id;

    assertThatThrownBy(() -> commands.send(new Beat(refused))).hasMessage("refused by an observer");
    assertThat(pulses.find(refused)).isEmpty();
  }

  @Test
  void commands_and_aggregates_work_on_threads_of_the_server() {
    assertThat(commands.sendAsync(new Beat(id), Long.class).toCompletableFuture().join())
        .isEqualTo(1);
    assertThat(pulses.async().load(id).toCompletableFuture().join().beats()).isEqualTo(1);
  }

  @Test
  void several_commands_are_one() {
    assertThat(commands.sendAll(List.of(new Beat(id), new Beat(id)))).isEqualTo(List.of(1L, 2L));
    assertThatThrownBy(() -> commands.sendAll(List.of(new Beat(id), new Beat("refused-" + id))))
        .hasMessage("refused by an observer");
    assertThat(pulses.load(id).beats()).isEqualTo(2);
  }

  @Test
  void a_key_executes_once() {
    assertThat(commands.withIdempotencyKey(id).send(new Beat(id), Long.class)).isEqualTo(1);
    assertThat(commands.withIdempotencyKey(id).send(new Beat(id), Long.class)).isEqualTo(1);
    assertThat(pulses.load(id).beats()).isEqualTo(1);
  }

  @Test
  void a_decider_decides() {
    assertThat(commands.send(new SwitchLight(id, true), LightState.class))
        .isEqualTo(new LightState(true));
    assertThat(lights.load(id).state().on()).isTrue();
  }

  @Test
  void the_catalogue_knows_all_of_it() {
    assertThat(catalog.commands()).extracting("name").containsExactly("Beat", "SwitchLight");
    assertThat(catalog.aggregates()).extracting("category").containsExactly("light", "pulse");
  }
}
