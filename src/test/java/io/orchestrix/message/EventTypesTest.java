package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  record Opened() implements Event {}

  @EventType("account-closed")
  record Closed() implements Event {}

  @EventType("Opened")
  record Reopened() implements Event {}

  private final EventTypes types = new EventTypes(List.of(Opened.class, Closed.class));

  @Test
  void a_name_is_the_annotation_or_else_the_simple_name_of_the_class() {
    assertThat(types.name(new Opened())).isEqualTo("Opened");
    assertThat(types.name(new Closed())).isEqualTo("account-closed");
    assertThat(types.type("Opened")).isEqualTo(Opened.class);
    assertThat(types.type("account-closed")).isEqualTo(Closed.class);
  }

  @Test
  void a_class_that_is_not_known_is_refused_with_the_fix() {
    assertThatThrownBy(() -> types.name(new Reopened()))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1003")
        .hasMessageContainingAll("EventTypesTest$Reopened", "when(Reopened)", "@EventType");
  }

  @Test
  void a_name_that_is_not_known_is_refused_and_no_class_is_loaded_for_it() {
    assertThatThrownBy(() -> types.type("java.lang.Runtime"))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1004")
        .hasMessageContaining("the application knows [Opened, account-closed]");
  }

  @Test
  void two_classes_of_one_name_are_refused_naming_both() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventTypes(List.of(Opened.class, Reopened.class)))
        .withMessageContainingAll("EventTypesTest$Opened", "EventTypesTest$Reopened", "'Opened'");
  }

  @Test
  void one_class_twice_is_one() {
    assertThat(new EventTypes(List.of(Opened.class, Opened.class)).type("Opened"))
        .isEqualTo(Opened.class);
  }
}
