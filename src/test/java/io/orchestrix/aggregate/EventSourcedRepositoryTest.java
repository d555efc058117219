package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.InvalidStreamIdException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.Event;
import io.orchestrix.message.UnknownEventTypeException;
import io.orchestrix.monitor.Signal.AggregateLoaded;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSourcedRepositoryTest {

  private final Harbour harbour =
      new Harbour(Ship.Built.class, Ship.Named.class, Ship.Sailed.class);
  private final EventStore store = harbour.store;
  private final RecordingMonitor monitor = harbour.monitor;
  private final AggregateRepository<Ship> ships = harbour.repository(Ship.class);

  private Ship build(String id) {
    return ships.create(id, ship -> ship.happen(new Ship.Built()));
  }

  private List<Event> stored(String id) {
    return store.read(new StreamId("ship", id)).<Event>map(event -> event.payload()).toList();
  }

  @Test
  void what_was_created_is_loaded_as_it_was() {
    Ship created = build("argo");

    assertThat(created.id()).isEqualTo("argo");
    assertThat(created.version()).isEqualTo(1);
    assertThat(created.pendingEvents()).isEmpty();
    Ship loaded = ships.load("argo");
    assertThat(loaded.version()).isEqualTo(1);
    assertThat(loaded.log).containsExactly("private");
    assertThat(loaded.pendingEvents()).isEmpty();
    assertThat(monitor.signals(AggregateLoaded.class))
        .singleElement()
        .returns("ship", AggregateLoaded::category)
        .returns(1, AggregateLoaded::events);
  }

  @Test
  void stored_events_bring_back_state_and_version_and_stay_what_they_are() {
    build("argo");
    ships.update("argo", ship -> ship.happen(new Ship.Named("Argo")));
    ships.update("argo", ship -> ship.happen(new Ship.Sailed()));
    harbour.forget();

    Ship loaded = harbour.repository(Ship.class).load("argo");

    assertThat(loaded.log).containsExactly("private", "overridden", "sealed");
    assertThat(loaded.version()).isEqualTo(3);
    assertThat(loaded.pendingEvents()).isEmpty();
    assertThat(stored("argo")).hasSize(3);
  }

  @Test
  void an_update_decides_on_what_is_there_and_stores_the_rest() {
    build("argo");

    Ship updated = ships.update("argo", ship -> ship.happen(new Ship.Named("Argo")));

    assertThat(updated.version()).isEqualTo(2);
    assertThat(stored("argo")).containsExactly(new Ship.Built(), new Ship.Named("Argo"));
  }

  @Test
  void an_unknown_id_is_not_found() {
    assertThatThrownBy(() -> ships.load("nowhere"))
        .isInstanceOf(AggregateNotFoundException.class)
        .hasMessageStartingWith("ORX-4001 There is no ship 'nowhere'.")
        .hasFieldOrPropertyWithValue("kind", Kind.NOT_FOUND);
    assertThatThrownBy(() -> ships.update("nowhere", ship -> {}))
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(ships.find("nowhere")).isEmpty();
    assertThatThrownBy(() -> ships.find(" ")).isInstanceOf(InvalidStreamIdException.class);
  }

  @Test
  void an_existing_id_is_not_created_again() {
    build("argo");

    assertThatThrownBy(() -> build("argo"))
        .isInstanceOf(AggregateExistsException.class)
        .hasMessageStartingWith("ORX-4002 The ship 'argo' exists already")
        .hasCauseInstanceOf(AppendConflictException.class);
    assertThat(stored("argo")).hasSize(1);
  }

  @Test
  void a_decision_that_throws_stores_nothing() {
    assertThatThrownBy(
            () ->
                ships.create(
                    "argo",
                    ship -> {
                      ship.happen(new Ship.Built());
                      throw new DomainRuleException("no-war-ships", "It has guns.");
                    }))
        .hasMessage("ORX-4003 It has guns.");
    assertThat(stored("argo")).isEmpty();
  }

  @Test
  void an_aggregate_that_was_changed_since_is_refused_and_keeps_its_events() {
    build("argo");
    Ship stale = ships.load("argo");
    ships.update("argo", ship -> ship.happen(new Ship.Sailed()));
    stale.happen(new Ship.Named("Argo"));

    assertThatThrownBy(() -> ships.save(stale))
        .isInstanceOf(AppendConflictException.class)
        .hasMessageContainingAll("expected in version 1", "it is in version 2");
    assertThat(stale.pendingEvents()).containsExactly(new Ship.Named("Argo"));
    assertThat(stored("argo")).hasSize(2);
  }

  @Test
  void a_save_without_pending_events_does_nothing() {
    build("argo");
    Ship idle = ships.load("argo");
    ships.update("argo", ship -> ship.happen(new Ship.Sailed()));

    ships.save(idle);

    assertThat(stored("argo")).hasSize(2);
  }

  @Test
  void an_event_that_the_store_does_not_know_stays_pending() {
    build("argo");
    Ship ship = ships.load("argo");
    ship.happen(new Ship.Sunk());

    assertThatThrownBy(() -> ships.save(ship)).isInstanceOf(UnknownEventTypeException.class);
    assertThat(ship.pendingEvents()).hasSize(1);
    assertThat(stored("argo")).hasSize(1);
  }

  @Test
  void an_aggregate_can_be_saved_again_and_again() {
    Ship ship = build("argo");
    ship.happen(new Ship.Sailed());
    ships.save(ship);
    ship.happen(new Ship.Sailed());
    ships.save(ship);

    assertThat(stored("argo")).hasSize(3);
    assertThat(ship.version()).isEqualTo(3);
  }
}
