package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Event;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WhenMethodsTest {

  private final Ship ship = new Ship();

  @Test
  void the_method_for_the_class_of_the_event_is_called() {
    ship.happen(new Ship.Built());
    ship.happen(new Vessel.Launched());
    ship.happen(new Ship.Named("Argo"));
    ship.happen(new Ship.Sailed());
    ship.happen(new Ship.Towed());
    ship.happen(new Ship.Seen());

    assertThat(ship.log)
        .containsExactly("private", "inherited", "overridden", "sealed", "nearest", "supertype");
  }

  @Test
  void a_new_aggregate_is_in_version_0_and_each_event_adds_1() {
    assertThat(ship.version()).isZero();

    ship.happen(new Ship.Built());
    ship.happen(new Ship.Sailed());

    assertThat(ship.version()).isEqualTo(2);
    assertThat(ship.pendingEvents()).containsExactly(new Ship.Built(), new Ship.Sailed());
  }

  @Test
  void an_event_without_a_method_counts_and_changes_nothing() {
    ship.happen(new Ship.Sunk());

    assertThat(ship.log).isEmpty();
    assertThat(ship.version()).isEqualTo(1);
    assertThat(ship.pendingEvents()).containsExactly(new Ship.Sunk());
  }

  @Test
  void the_events_that_can_be_stored_are_those_of_the_methods() {
    assertThat(AggregateType.of(Ship.class).eventTypes())
        .containsExactlyInAnyOrder(
            Ship.Built.class,
            Ship.Named.class,
            Ship.Sailed.class,
            Ship.Towed.class,
            Vessel.Launched.class);
  }

  @Test
  void what_a_method_throws_comes_out_and_the_event_did_not_happen() {
    record Refused() implements Event {}
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by type
    class Fragile extends AggregateRoot {
      void happen() {
        apply(new Refused());
      }

      void when(Refused event) {
        throw new IllegalArgumentException("broken");
      }
    }
    Fragile fragile = new Fragile();

    assertThatThrownBy(fragile::happen)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("broken");
    assertThat(fragile.version()).isZero();
    assertThat(fragile.pendingEvents()).isEmpty();
  }

  @Test
  void a_method_that_has_nothing_to_do_with_messages_may_be_named_when() {
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    @Aggregate("helped")
    class Helped extends AggregateRoot {
      void when(String helper) throws IOException {
        throw new IOException(helper);
      }

      static void when() {}

      void when(Object helper, int times) {}
    }

    assertThat(WhenRules.mistakes(Helped.class)).isEmpty();
  }

  @Test
  void a_method_of_an_event_itself_settles_which_interface_counts() {
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    class Settled extends AggregateRoot {
      void when(Aimless event) {}

      void when(Ship.Noticed event) {}

      void when(Drifted event) {}
    }

    assertThat(WhenMethods.of(Settled.class).nearest(Drifted.class)).containsExactly(Drifted.class);
    assertThat(WhenRules.mistakes(Settled.class)).isEmpty();
  }

  interface Aimless extends Event {}

  record Drifted() implements Ship.Noticed, Aimless {}

  @Test
  void a_new_aggregate_has_no_id_without_a_repository() {
    assertThatThrownBy(ship::id)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("from its repository");
  }
}
