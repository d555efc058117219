package io.orchestrix.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.GlobalPosition;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterStepTest {

  private static final DeadLetterSubject SUBJECT =
      new DeadLetterSubject(
          new DeadLetterId("balances/1", new GlobalPosition(5)), "a", "account/a", 1, "Booked", 1);

  private static DeadLetter letter(DeadLetterState state) {
    return new DeadLetter(SUBJECT, state, 1, null, null, Instant.EPOCH, Instant.EPOCH, 1);
  }

  /** A dash stands for what is refused. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          step,       PARKED,    WAITING,   RETRYING,  HANDLED,   DISCARDED
          PARK,       PARKED,    PARKED,    PARKED,    PARKED,    PARKED
          RETRY,      RETRYING,  RETRYING,  -,         -,         -
          EDIT,       PARKED,    WAITING,   -,         -,         -
          HANDLE,     -,         HANDLED,   HANDLED,   -,         -
          FAIL_AGAIN, -,         PARKED,    PARKED,    -,         -
          DISCARD,    DISCARDED, DISCARDED, DISCARDED, -,         -
          """)
  void each_step_leads_where_the_table_says(
      DeadLetterStep step,
      String parked,
      String waiting,
      String retrying,
      String handled,
      String discarded) {
    check(step, DeadLetterState.PARKED, parked);
    check(step, DeadLetterState.WAITING, waiting);
    check(step, DeadLetterState.RETRYING, retrying);
    check(step, DeadLetterState.HANDLED, handled);
    check(step, DeadLetterState.DISCARDED, discarded);
  }

  private static void check(DeadLetterStep step, DeadLetterState from, String to) {
    assertThat(step.isPossibleIn(from)).as("%s of %s", step, from).isEqualTo(!to.equals("-"));
    if (to.equals("-")) {
      assertThatThrownBy(() -> step.of(letter(from)))
          .isInstanceOfSatisfying(
              DeadLetterException.class,
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
                assertThat(refusal.details()).containsEntry("state", from.name());
              })
          .hasMessageContainingAll("ORX-3303", step.name(), "balances/1 at 5", from.name());
    } else {
      assertThat(step.of(letter(from))).isEqualTo(DeadLetterState.valueOf(to));
    }
  }

  @Test
  void open_letters_are_those_that_others_wait_for() {
    assertThat(Arrays.stream(DeadLetterState.values()).filter(DeadLetterState::isOpen))
        .containsExactly(DeadLetterState.PARKED, DeadLetterState.WAITING, DeadLetterState.RETRYING);
    assertThat(Arrays.stream(DeadLetterState.values()).filter(DeadLetterState::isRunnable))
        .containsExactly(DeadLetterState.WAITING, DeadLetterState.RETRYING);
  }
}
