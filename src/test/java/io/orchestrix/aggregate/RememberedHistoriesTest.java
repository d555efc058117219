package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.EventJson;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.Upcaster;
import io.orchestrix.unitofwork.ConflictException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedHistoriesTest {

  private static final StreamId ARGO = new StreamId("ship", "argo");

  private final Harbour harbour =
      new Harbour(Ship.Built.class, Ship.Named.class, Ship.Sailed.class, Ship.Towed.class);
  private final RecordingStore store = new RecordingStore(harbour.store);
  private final Harbour elsewhere = new Harbour(Ship.Built.class);

  private AggregateRepository<Ship> ships() {
    harbour.store = store;
    return harbour.repository(Ship.class);
  }

  /** Another node: the same store, but it remembers for itself. */
  private AggregateRepository<Ship> shipsOfAnother() {
    elsewhere.types = harbour.types;
    elsewhere.format = harbour.format;
    elsewhere.store = harbour.store;
    return elsewhere.repository(Ship.class);
  }

  @Test
  void what_this_node_has_stored_is_not_read_again() {
    AggregateRepository<Ship> ships = ships();
    ships.create("argo", ship -> ship.happen(new Ship.Built()));

    for (int i = 0; i < 5; i++) {
      ships.update("argo", ship -> ship.happen(new Ship.Sailed()));
    }

    assertThat(ships.load("argo").log).hasSize(6);
    assertThat(store.read).isEmpty();
  }

  @Test
  void what_was_read_is_not_read_again() {
    ships().create("argo", ship -> ship.happen(new Ship.Built()));
    harbour.forget();
    AggregateRepository<Ship> ships = ships();

    Ship first = ships.load("argo");
    Ship second = ships.load("argo");

    assertThat(store.read).hasSize(1);
    assertThat(second).isNotSameAs(first);
    assertThat(second.log).isEqualTo(first.log);
    assertThat(second.version()).isEqualTo(1);
  }

  @Test
  void after_a_change_by_another_node_only_what_is_new_is_read_with_the_event_before() {
    AggregateRepository<Ship> ships = ships();
    ships.create("argo", ship -> ship.happen(new Ship.Built()));
    ships.update("argo", ship -> ship.happen(new Ship.Named("Argo")));
    shipsOfAnother().update("argo", ship -> ship.happen(new Ship.Sailed()));
    store.read.clear();

    Ship ship = ships.load("argo");

    assertThat(ship.log).containsExactly("private", "overridden", "sealed");
    assertThat(ship.version()).isEqualTo(3);
    assertThat(store.read).containsExactly(StreamRange.ALL.from(2).to(3));
    ships.load("argo");
    assertThat(store.read).hasSize(1);
  }

  @Test
  void an_event_that_is_appended_while_others_are_read_is_left_for_later() {
    ships().create("argo", ship -> ship.happen(new Ship.Built()));
    harbour.forget();
    AggregateRepository<Ship> ships = ships();
    AggregateRepository<Ship> another = shipsOfAnother();
    store.beforeNextRead = () -> another.update("argo", ship -> ship.happen(new Ship.Sailed()));

    Ship ship = ships.load("argo");

    assertThat(ship.version()).isEqualTo(1);
    assertThat(ship.log).containsExactly("private");
    assertThat(ships.load("argo").version()).isEqualTo(2);
  }

  @Test
  void a_stream_that_is_deleted_while_it_is_read_is_a_conflict_and_then_not_there() {
    ships().create("argo", ship -> ship.happen(new Ship.Built()));
    harbour.forget();
    AggregateRepository<Ship> ships = ships();
    store.beforeNextRead = () -> store.delete(ARGO);

    assertThatThrownBy(() -> ships.load("argo")).isInstanceOf(ConflictException.class);
    assertThat(ships.find("argo")).isEmpty();
  }

  @Test
  void a_deleted_stream_is_not_there_however_well_it_is_remembered() {
    AggregateRepository<Ship> ships = ships();
    ships.create("argo", ship -> ship.happen(new Ship.Built()));

    store.delete(ARGO);

    assertThat(ships.find("argo")).isEmpty();
  }

  @Test
  void an_event_that_can_be_changed_is_never_shared() {
    Harbour cargos = new Harbour(Cargo.Labelled.class, Cargo.Sailed.class);
    AggregateRepository<Cargo> repository = cargos.repository(Cargo.class);
    List<String> labels = new ArrayList<>(List.of("fragile"));
    repository.create("c", cargo -> cargo.happen(new Cargo.Labelled(labels)));
    repository.update("c", cargo -> cargo.happen(new Cargo.Sailed("Iolcos")));

    for (int i = 0; i < 3; i++) {
      assertThat(repository.load("c").labels).containsExactly("fragile", "Iolcos");
    }
  }

  @Test
  void without_room_everything_is_read_every_time() {
    harbour.histories = new HistoryCache(0);
    AggregateRepository<Ship> ships = ships();
    ships.create("argo", ship -> ship.happen(new Ship.Built()));

    ships.load("argo");
    assertThat(ships.load("argo").log).containsExactly("private");
    assertThat(store.read).hasSize(2);
  }

  @Test
  void a_stream_of_many_pages_is_read_once_and_remembered() {
    harbour.histories = new HistoryCache(10_000);
    AggregateRepository<Ship> ships = ships();
    ships.create(
        "argo",
        ship -> {
          for (int i = 0; i < 2_000; i++) {
            ship.happen(new Ship.Sailed());
          }
        });
    harbour.histories.forget(ARGO);

    assertThat(ships.load("argo").log).hasSize(2_000);
    assertThat(ships.load("argo").log).hasSize(2_000);
    assertThat(store.read).hasSize(2);
  }

  @Test
  void the_version_is_that_of_the_last_event_however_many_it_says() {
    harbour
        .repository(Ship.class)
        .create(
            "argo",
            ship -> {
              ship.happen(new Ship.Built());
              ship.happen(new Ship.Towed());
              ship.happen(new Ship.Named("Argo"));
            });
    Upcaster drop = Upcaster.drop("Built", 1);
    Upcaster split =
        Upcaster.split(
            "Towed",
            1,
            old -> List.of(new EventJson("Sailed", 1, old), new EventJson("Sailed", 1, old)));
    harbour.restart(UnknownEvents.SKIP, List.of(Ship.Named.class, Ship.Sailed.class), drop, split);
    AggregateRepository<Ship> ships = harbour.repository(Ship.class);

    for (int i = 0; i < 2; i++) {
      Ship ship = ships.load("argo");
      assertThat(ship.log).containsExactly("sealed", "sealed", "overridden");
      assertThat(ship.version()).isEqualTo(3);
    }
    assertThat(ships.update("argo", s -> s.happen(new Ship.Sailed())).version()).isEqualTo(4);
  }

  @Test
  void an_aggregate_of_which_nothing_is_known_any_more_is_there_all_the_same() {
    harbour.repository(Ship.class).create("argo", ship -> ship.happen(new Ship.Built()));
    harbour.restart(UnknownEvents.SKIP, List.of(Ship.Sailed.class));

    Ship ship = harbour.repository(Ship.class).load("argo");

    assertThat(ship.version()).isEqualTo(1);
    assertThat(ship.log).isEmpty();
  }

  @Test
  void an_unknown_event_is_seen_only_by_who_asks_for_it() {
    harbour.repository(Ship.class).create("argo", ship -> ship.happen(new Ship.Built()));
    harbour.repository(Curious.class).create("argo", it -> it.happen(new Ship.Built()));
    harbour.repository(Greedy.class).create("argo", it -> it.happen(new Ship.Built()));
    harbour.restart(UnknownEvents.RAW, List.of(Ship.Sailed.class));

    assertThat(harbour.repository(Ship.class).load("argo").log).isEmpty();
    assertThat(harbour.repository(Greedy.class).load("argo").seen).isZero();
    assertThat(harbour.repository(Curious.class).load("argo").raw).containsExactly("Built");
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("curious")
  static class Curious extends AggregateRoot {
    final List<String> raw = new ArrayList<>();

    void happen(io.orchestrix.message.Event event) {
      apply(event);
    }

    void when(RawEvent event) {
      raw.add(event.type());
    }
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("greedy")
  static class Greedy extends AggregateRoot {
    int seen;

    void happen(io.orchestrix.message.Event event) {
      apply(event);
    }

    void when(io.orchestrix.message.Event event) {
      seen++;
    }
  }
}
