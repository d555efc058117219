package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderFixtureTest {

  record Add(@TargetId String sum, int number) implements Command {}

  record Added(int number) implements Event {}

  record Total(int sum, int count) {}

  @Aggregate("sum")
  static class Sum implements Decider<Add, Total, Added> {
    @Override
    public Total initial() {
      return new Total(0, 0);
    }

    @Override
    public List<Added> decide(Add command, Total state) {
      if (command.number() < 0) {
        throw new DomainRuleException("positive", "Only upwards.");
      }
      return command.number() == 0 ? List.of() : List.of(new Added(command.number()));
    }

    @Override
    public Total evolve(Total state, Added event) {
      return new Total(state.sum() + event.number(), state.count() + 1);
    }
  }

  private final DeciderFixture<Add, Total, Added> sum = DeciderFixture.of(Sum.class);

  @Test
  void what_is_as_expected_passes() {
    sum.when(new Add("s", 0))
        .thenNoEvents()
        .thenState(new Total(0, 0))
        .when(new Add("s", 5))
        .thenEvents(new Added(5))
        .thenState(new Total(5, 1))
        .when(new Add("s", -1))
        .thenFails(DomainRuleException.class, e -> assertThat(e.rule()).isEqualTo("positive"))
        .thenState(new Total(5, 1));
  }

  @Test
  void what_was_given_counts() {
    sum.withUpcasters(Upcaster.rename("Counted", 1, "Added", 1))
        .given(new Added(1), new Added(2))
        .givenStored("Counted", 1, "{\"number\":4}")
        .givenCommands(new Add("s", 8))
        .when(new Add("s", 16))
        .thenState(new Total(31, 5));
  }

  @Test
  void what_is_otherwise_fails_and_is_shown() {
    DeciderOutcome<Add, Total, Added> outcome = sum.given(new Added(1)).when(new Add("s", 2));

    assertThatThrownBy(() -> outcome.thenEvents(new Added(3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Add[sum=s, number=2] made other events than expected:")
        .hasMessageContaining("number = 3 | number = 2");
    assertThatThrownBy(outcome::thenNoEvents).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> outcome.thenState(new Total(3, 3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("led to another state than expected:")
        .hasMessageContaining("count = 3 | count = 2")
        .hasMessageNotContaining("sum =");
    assertThatThrownBy(() -> outcome.thenFails(DomainRuleException.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "but it did not; its events: " + Collections.singletonList(new Added(2)));
  }
}
