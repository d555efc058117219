package io.orchestrix.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.standalone.Orchestrix;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a module registers is called. */
class ModuleWiringTest {

  record Twice(int number) implements Command {}

  record Ring(String bell) implements Command {}

  record Rung(String bell) implements Event {}

  private final List<String> log = new ArrayList<>();
  private final StreamId belfry = new StreamId("belfry", "1");

  /** Stores what rings, with the store that its registration gives. */
  private void belfry(ModuleRegistration module) {
    EventStore store = module.events();
    module.event(Rung.class);
    module.handles(
        Ring.class,
        ring ->
            store.append(
                belfry,
                AppendCondition.any(),
                List.of(new NewEvent(metadata().create("Rung", null), new Rung(ring.bell())))));
  }

  private static MetadataFactory metadata() {
    return new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  }

  private static List<Event> stored(Orchestrix app, StreamId stream) {
    return app.events().read(stream).map(RecordedEvent::payload).toList();
  }

  @Test
  void a_function_handles_a_command_and_answers() {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module(
                "doubling",
                module ->
                    module.handles(Twice.class, Integer.class, command -> command.number() * 2))
            .start()) {
      assertThat(app.commands().send(new Twice(21), Integer.class)).isEqualTo(42);
    }
  }

  @Test
  void observers_of_one_event_are_called_in_the_order_of_their_registration() {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module("first", module -> module.observes(Rung.class, event -> log.add("first")))
            .module("belfry", this::belfry)
            .module(
                "last",
                module -> {
                  module.observes(Event.class, event -> log.add("second"));
                  module.observes(Rung.class, event -> log.add("third " + event.bell()));
                })
            .start()) {
      app.commands().send(new Ring("big"));

      assertThat(log).containsExactly("first", "second", "third big");
    }
  }

  @Test
  void an_observer_that_fails_comes_out_and_those_after_it_are_not_called() {
    try (Orchestrix app =
        Orchestrix.inMemory()
            .module("belfry", this::belfry)
            .module(
                "observing",
                module -> {
                  module.observes(Rung.class, event -> log.add("first"));
                  module.observes(
                      Rung.class,
                      event -> {
                        throw new IllegalStateException("deaf");
                      });
                  module.observes(Rung.class, event -> log.add("third"));
                })
            .start()) {
      assertThatThrownBy(() -> app.commands().send(new Ring("big"))).hasMessage("deaf");

      assertThat(log).containsExactly("first");
      assertThat(stored(app, belfry)).isEmpty();
    }
  }

  @Test
  void an_event_that_nobody_observes_is_stored_all_the_same() {
    try (Orchestrix app = Orchestrix.inMemory().module("belfry", this::belfry).start()) {
      app.commands().send(new Ring("small"));

      assertThat(stored(app, belfry)).containsExactly(new Rung("small"));
    }
  }
}
