package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeTravelTest {

  private final Harbour harbour = new Harbour(Cargo.Loaded.class, Cargo.Sailed.class);
  private final AggregateRepository<Cargo> cargos = harbour.repository(Cargo.class);
  private final Instant start = harbour.clock.instant();

  /** Loaded at 0 s, sailed at 10 s, loaded at 5 s by a node whose clock is late, at 20 s again. */
  @BeforeEach
  void four_events() {
    cargos.create("c", cargo -> cargo.load("a"));
    at(10);
    cargos.update("c", cargo -> cargo.happen(new Cargo.Sailed("Iolcos")));
    at(5);
    cargos.update("c", cargo -> cargo.load("b"));
    at(20);
    cargos.update("c", cargo -> cargo.load("c"));
  }

  private Instant at(long seconds) {
    harbour.clock.set(start.plus(Duration.ofSeconds(seconds)));
    return harbour.clock.instant();
  }

  @Test
  void an_aggregate_is_shown_as_it_was_in_a_version() {
    Cargo cargo = cargos.loadAt("c", 1);

    assertThat(cargo.version()).isEqualTo(1);
    assertThat(cargo.items).containsOnlyKeys("a");
    assertThat(cargo.place()).isEqualTo(new Cargo.AtSea());
    assertThat(cargos.loadAt("c", 2).place()).isEqualTo(new Cargo.Ashore("Iolcos"));
  }

  @Test
  void an_aggregate_is_shown_as_it_was_at_a_time() {
    assertThat(cargos.loadAsOf("c", at(0)).version()).isEqualTo(1);
    assertThat(cargos.loadAsOf("c", at(4)).version()).isEqualTo(1);
    assertThat(cargos.loadAsOf("c", at(100)).version()).isEqualTo(4);
  }

  @Test
  void what_had_occurred_brings_with_it_all_that_stands_before() {
    Cargo cargo = cargos.loadAsOf("c", at(6));

    assertThat(cargo.version()).isEqualTo(3);
    assertThat(cargo.items).containsOnlyKeys("a", "b");
    assertThat(cargo.place()).isEqualTo(new Cargo.Ashore("Iolcos"));
  }

  @Test
  void the_past_is_not_saved() {
    Cargo cargo = cargos.loadAt("c", 2);
    cargo.load("late");

    assertThatThrownBy(() -> cargos.save(cargo))
        .isInstanceOf(PastAggregateException.class)
        .hasMessageStartingWith("ORX-4013 Tried to save the cargo 'c' as it was in version 2")
        .hasMessageContaining("its newest was 4");
    assertThat(cargos.load("c").version()).isEqualTo(4);
  }

  @Test
  void the_newest_version_is_saved() {
    Cargo cargo = cargos.loadAt("c", 4);
    cargo.load("d");
    cargos.save(cargo);

    assertThat(cargos.load("c").items).hasSize(4);
  }

  @Test
  void a_version_that_never_was_is_refused() {
    assertThatThrownBy(() -> cargos.loadAt("c", 0))
        .isInstanceOf(NoSuchVersionException.class)
        .hasMessage("ORX-4011 The cargo 'c' has no version 0. Ask for one from 1 to 4.");
    assertThatThrownBy(() -> cargos.loadAt("c", 5)).hasMessageStartingWith("ORX-4011");
    assertThatThrownBy(() -> cargos.stateAt("c", 0)).hasMessageStartingWith("ORX-4011");
    assertThatThrownBy(() -> cargos.stateAt("c", 5)).hasMessageStartingWith("ORX-4011");
    assertThatThrownBy(() -> cargos.loadAsOf("c", start.minusSeconds(1)))
        .hasMessageStartingWith("ORX-4012 The cargo 'c' did not exist at 2025-12-31T23:59:59Z");
    assertThatThrownBy(() -> cargos.loadAt("nowhere", 1))
        .isInstanceOf(AggregateNotFoundException.class);
  }

  @Test
  void the_state_is_shown_with_the_event_and_the_change_that_it_made() {
    AggregateState state = cargos.stateAt("c", 2);

    assertThat(state.version()).isEqualTo(2);
    assertThat(state.event().payload()).isEqualTo(new Cargo.Sailed("Iolcos"));
    assertThat(state.state().getJsonObject("place").getString("harbour")).isEqualTo("Iolcos");
    assertThat(state.state().getJsonObject("items")).containsOnlyKeys("a");
    assertThat(state.state().keySet()).containsExactly("items", "place", "labels");
    assertThat(state.change().toString())
        .contains("\"/place/harbour\"", "\"Iolcos\"")
        .doesNotContain("/items");
  }

  @Test
  void the_first_change_is_to_a_new_aggregate() {
    AggregateState state = cargos.stateAt("c", 1);

    assertThat(state.change()).hasSize(1);
    assertThat(state.change().getJsonObject(0).getString("op")).isEqualTo("add");
    assertThat(state.change().getJsonObject(0).getString("path")).isEqualTo("/items/a");
    assertThat(state.change().getJsonObject(0).getJsonObject("value").toString())
        .contains("\"weight\":1.50");
  }
}
