package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.message.Command;
import java.time.Duration;
import java.time.Instant;
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
  void what_is_scheduled_is_kept_until_it_is_cancelled_or_replaced() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    String first = bus.schedule(new Ask(1), Duration.ofHours(1)).key();
    bus.withIdempotencyKey("k").schedule(new Ask(2), start);
    bus.schedule(new Tell(), start);
    bus.withIdempotencyKey("k").schedule(new Ask(3), start);

    assertThat(bus.scheduled())
        .containsExactly(
            new RecordingCommandBus.Scheduled(new Ask(1), start.plusSeconds(3600)),
            new RecordingCommandBus.Scheduled(new Tell(), start),
            new RecordingCommandBus.Scheduled(new Ask(3), start));
    assertThat(bus.cancel(first)).isTrue();
    assertThat(bus.cancel(first)).isFalse();
    assertThat(bus.scheduled()).hasSize(2);
    assertThat(bus.sent()).isEmpty();
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
