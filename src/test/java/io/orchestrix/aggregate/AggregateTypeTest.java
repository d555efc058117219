package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AggregateTypeTest {

  @Aggregate("hidden")
  private static final class Hidden extends AggregateRoot {
    private Hidden() {}
  }

  @Aggregate("needy")
  static class Needy extends AggregateRoot {
    Needy(String need) {}
  }

  @Aggregate("")
  static class Nameless extends AggregateRoot {}

  static class Unmarked extends AggregateRoot {}

  @Aggregate("breaking")
  static class Breaking extends AggregateRoot {
    Breaking() {
      throw new UnsupportedOperationException("no");
    }
  }

  @Test
  void a_private_class_with_a_private_constructor_is_made() {
    AggregateRoot made = AggregateType.of(Hidden.class).create("1");

    assertThat(made).isInstanceOf(Hidden.class);
    assertThat(made.id()).isEqualTo("1");
    assertThat(made.version()).isZero();
  }

  @Test
  void a_class_that_cannot_be_an_aggregate_is_refused() {
    assertThatThrownBy(() -> AggregateType.of(String.class)).hasMessageStartingWith("ORX-4004");
    assertThatThrownBy(() -> AggregateType.of(Vessel.class)).hasMessageStartingWith("ORX-4004");
    assertThatThrownBy(() -> AggregateType.of(Needy.class)).hasMessageStartingWith("ORX-4005");
    assertThatThrownBy(() -> AggregateType.of(Nameless.class)).hasMessageStartingWith("ORX-4006");
    assertThatThrownBy(() -> AggregateType.of(Unmarked.class)).hasMessageStartingWith("ORX-4006");
  }

  @Test
  void what_a_constructor_throws_comes_out() {
    assertThatThrownBy(() -> AggregateType.of(Breaking.class).create("1"))
        .isExactlyInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no");
  }
}
