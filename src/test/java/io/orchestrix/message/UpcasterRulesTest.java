package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class UpcasterRulesTest {

  @EventType(revision = 3, aliases = "Founded")
  record Opened(String account) implements Event {}

  record Closed(String account) implements Event {}

  private static final EventTypes TYPES = new EventTypes(List.of(Opened.class, Closed.class));
  private static final Upcaster OF_1 = same("Opened", 1);
  private static final Upcaster OF_2 = same("Opened", 2);

  private static Upcaster same(String type, int revision) {
    return Upcaster.of(type, revision, old -> old);
  }

  private static ListAssert<String> assertMistakes(Upcaster... upcasters) {
    return assertThat(
        EventFormat.mistakes(TYPES, List.of(upcasters)).stream()
            .map(mistake -> String.valueOf(mistake.getMessage()))
            .toList());
  }

  @Test
  void an_upcaster_for_each_former_revision_is_enough() {
    assertMistakes(OF_1, OF_2).isEmpty();
    assertMistakes(same("Founded", 1), OF_2).isEmpty();
    assertMistakes(Upcaster.drop("Opened", 1), Upcaster.rename("Opened", 2, "Closed", 1)).isEmpty();
  }

  @Test
  void each_missing_step_is_named() {
    assertMistakes()
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("ORX-1012 " + Opened.class.getName() + " is 'Opened' revision 3")
                    .contains("nothing takes 'Opened' revision 1 further"),
            second -> assertThat(second).contains("nothing takes 'Opened' revision 2 further"));
  }

  @Test
  void a_gap_is_reported_once_and_not_as_a_dead_end_as_well() {
    assertMistakes(OF_1).singleElement().asString().startsWith("ORX-1012");
  }

  @Test
  void two_for_one_step_are_refused_even_under_an_alias() {
    assertMistakes(OF_1.named("one"), OF_2, same("Founded", 1).named("other"))
        .singleElement()
        .asString()
        .startsWith("ORX-1013 Both one and other take 'Opened' revision 1 further");
  }

  @Test
  void one_for_the_current_revision_or_a_later_one_is_refused() {
    assertMistakes(OF_1, OF_2, same("Opened", 3), same("Closed", 4))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("ORX-1014 the upcaster of 'Opened' revision 3"),
            second ->
                assertThat(second).startsWith("ORX-1014 the upcaster of 'Closed' revision 4"));
  }

  @Test
  void a_dead_end_is_refused() {
    assertMistakes(
            OF_1,
            OF_2,
            same("Old", 1),
            Upcaster.rename("Older", 1, "Opened", 4),
            Upcaster.rename("Oldest", 1, "Older", 1))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("ORX-1015").contains("leads to 'Old' revision 2"),
            second ->
                assertThat(second).startsWith("ORX-1015").contains("leads to 'Opened' revision 4"));
  }

  @Test
  void a_step_back_is_refused() {
    assertMistakes(OF_1, Upcaster.rename("Opened", 2, "Founded", 1))
        .singleElement()
        .asString()
        .startsWith("ORX-1016")
        .contains("from 'Opened' revision 2 to 'Opened' revision 1");
  }

  @Test
  void a_circle_is_refused_once() {
    assertMistakes(
            OF_1,
            OF_2,
            Upcaster.rename("Z", 1, "A", 1),
            Upcaster.rename("A", 1, "B", 1),
            Upcaster.rename("B", 1, "C", 1),
            Upcaster.rename("C", 1, "A", 1))
        .singleElement()
        .asString()
        .startsWith("ORX-1016")
        .contains("from 'C' revision 1 to 'A' revision 1");
  }

  @Test
  void a_format_is_not_made_of_faulty_upcasters() {
    assertThatThrownBy(
            () ->
                new EventFormat(
                    TYPES, List.of(OF_2), new JacksonPayloadCodec(), UnknownEvents.FAIL))
        .isInstanceOf(InvalidUpcasterException.class)
        .hasMessageStartingWith("ORX-1012");
  }
}
