package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  record Opened() implements Event {}

  @EventType("account-closed")
  record Closed() implements Event {}

  @EventType("Opened")
  record Reopened() implements Event {}

  @EventType(
      revision = 3,
      aliases = {"Suspended", "AccountSuspended"})
  record Frozen() implements Event {}

  @EventType("Suspended")
  record Halted() implements Event {}

  @EventType(value = "", revision = 0, aliases = "")
  record Faulty() implements Event {}

  private final EventTypes types =
      new EventTypes(List.of(Opened.class, Closed.class, Frozen.class));

  private static Class<?> type(EventTypes types, String name) {
    return Objects.requireNonNull(types.find(name)).type();
  }

  @Test
  void a_name_is_the_annotation_or_else_the_simple_name_of_the_class() {
    assertThat(types.name(new Opened())).isEqualTo("Opened");
    assertThat(types.name(new Closed())).isEqualTo("account-closed");
    assertThat(types.name(new Frozen())).isEqualTo("Frozen");
    assertThat(type(types, "Opened")).isEqualTo(Opened.class);
    assertThat(type(types, "account-closed")).isEqualTo(Closed.class);
  }

  @Test
  void a_type_is_known_by_its_aliases_but_written_under_its_name() {
    assertThat(type(types, "Suspended")).isEqualTo(Frozen.class);
    assertThat(type(types, "AccountSuspended")).isEqualTo(Frozen.class);
    assertThat(types.written())
        .containsExactlyInAnyOrder(
            new EventRevision("Opened", 1),
            new EventRevision("account-closed", 1),
            new EventRevision("Frozen", 3));
  }

  @Test
  void a_class_that_is_not_known_is_refused_with_the_fix() {
    assertThatThrownBy(() -> types.name(new Reopened()))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1003")
        .hasMessageContainingAll("EventTypesTest$Reopened", "when(Reopened)", "@EventType");
  }

  @Test
  void for_a_name_that_is_not_known_no_class_is_loaded() {
    assertThat(types.find("java.lang.Runtime")).isNull();
  }

  @Test
  void two_classes_of_one_name_are_refused_naming_both() {
    assertThatThrownBy(() -> new EventTypes(List.of(Opened.class, Reopened.class)))
        .isInstanceOf(InvalidEventTypeException.class)
        .hasMessageStartingWith("ORX-1007")
        .hasMessageContainingAll("EventTypesTest$Opened", "EventTypesTest$Reopened", "'Opened'");
  }

  @Test
  void a_name_that_is_the_alias_of_another_class_is_refused_naming_both() {
    assertThatThrownBy(() -> new EventTypes(List.of(Frozen.class, Halted.class)))
        .hasMessageStartingWith("ORX-1007")
        .hasMessageContainingAll("EventTypesTest$Frozen", "EventTypesTest$Halted", "'Suspended'");
  }

  @Test
  void every_mistake_is_found() {
    assertThat(
            EventTypes.mistakes(
                List.of(
                    Opened.class,
                    Reopened.class,
                    Frozen.class,
                    Halted.class,
                    Faulty.class,
                    String.class)))
        .extracting(InvalidEventTypeException::code)
        .containsExactly("ORX-1007", "ORX-1007", "ORX-1008", "ORX-1009", "ORX-1005");
  }

  @Test
  void one_class_twice_is_one() {
    assertThat(type(new EventTypes(List.of(Opened.class, Opened.class)), "Opened"))
        .isEqualTo(Opened.class);
  }

  @EventType("RawEvent")
  record Cooked() implements Event {}

  @Test
  void the_name_of_raw_events_is_free_for_the_application() {
    assertThat(type(new EventTypes(List.of(RawEvent.class, Cooked.class)), "RawEvent"))
        .isEqualTo(Cooked.class);
  }

  @Test
  void an_event_that_was_read_raw_has_no_type_of_its_own() {
    EventTypes withRaw = new EventTypes(List.of(Opened.class, RawEvent.class));

    assertThat(withRaw.written()).containsExactly(new EventRevision("Opened", 1));
    assertThatThrownBy(() -> withRaw.name(new RawEvent("Opened", 1, "{}")))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1011 Tried to store a RawEvent of the type 'Opened'");
  }
}
