package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.message.Command;
import org.junit.jupiter.api.Test;

class RecordingCommandBusTest {

  private record Ask(int number) implements Command {}

  private record Tell() implements Command {}

  private final RecordingCommandBus bus = new RecordingCommandBus();

  @Test
  void what_is_sent_is_kept_in_order() {
    bus.send(new Ask(1));
    bus.send(new Tell());
    bus.answering(Ask.class, ask -> ask.number()).send(new Ask(2), int.class);

    assertThat(bus.sent()).containsExactly(new Ask(1), new Tell(), new Ask(2));
    assertThat(bus.sent(Ask.class)).containsExactly(new Ask(1), new Ask(2));
  }

  @Test
  void it_answers_as_it_was_told() {
    bus.answering(Ask.class, ask -> "answer " + ask.number());

    assertThat(bus.send(new Ask(1))).isEqualTo("answer 1");
    assertThat(bus.send(new Ask(2), String.class)).isEqualTo("answer 2");
    assertThat(bus.send(new Tell())).isNull();
  }

  @Test
  void it_throws_as_it_was_told() {
    bus.answering(
        Ask.class,
        ask -> {
          throw new DomainRuleException("no", "No.");
        });

    assertThatThrownBy(() -> bus.send(new Ask(1))).isInstanceOf(DomainRuleException.class);
    assertThat(bus.sent()).hasSize(1);
  }

  @Test
  void an_answer_of_another_type_than_is_asked_for_fails_the_test() {
    bus.answering(Ask.class, ask -> 42L);

    assertThatThrownBy(() -> bus.send(new Ask(1), String.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Ask is sent for a java.lang.String")
        .hasMessageContaining("42 (java.lang.Long)")
        .hasMessageContaining("answering(Ask.class, command -> ...)");
    assertThatThrownBy(() -> bus.send(new Tell(), String.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the answer is null");
  }
}
