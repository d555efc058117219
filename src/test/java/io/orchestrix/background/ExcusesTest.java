package io.orchestrix.background;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnavailableException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExcusesTest {

  private final Excuses excuses = new Excuses();

  private static IllegalStateException cause() {
    return new IllegalStateException("cause");
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of(new ConflictException(cause()), 9),
        Arguments.of(new UnavailableException(cause()), 9),
        Arguments.of(new RolledBackException(cause()), 2));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void some_failures_are_nobodys_fault_but_not_for_ever(RuntimeException failure, int excused) {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < excused; i++) {
        assertThatThrownBy(() -> excuses.rethrow(failure)).isSameAs(failure);
      }
      assertThatCode(() -> excuses.rethrow(failure)).doesNotThrowAnyException();
    }
  }

  @Test
  void failures_of_one_kind_are_not_counted_with_those_of_another() {
    ConflictException conflict = new ConflictException(cause());
    UnavailableException absence = new UnavailableException(cause());
    RolledBackException unexplained = new RolledBackException(cause());
    for (int i = 0; i < 9; i++) {
      assertThatThrownBy(() -> excuses.rethrow(conflict)).isSameAs(conflict);
    }

    assertThatThrownBy(() -> excuses.rethrow(absence)).isSameAs(absence);
    assertThatThrownBy(() -> excuses.rethrow(unexplained)).isSameAs(unexplained);
  }

  @Test
  void success_ends_the_count() {
    ConflictException conflict = new ConflictException(cause());
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> excuses.rethrow(conflict)).isSameAs(conflict);
      excuses.none();
    }
  }

  @Test
  void what_nobody_can_tell_is_always_thrown() {
    OutcomeUnknownException failure = new OutcomeUnknownException(cause());
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> excuses.rethrow(failure)).isSameAs(failure);
    }
  }

  @Test
  void a_machine_that_is_sick_is_no_fault_of_an_event_but_a_stack_too_deep_is() {
    assertThatThrownBy(() -> excuses.rethrow(new OutOfMemoryError())).isInstanceOf(Error.class);
    assertThatCode(() -> excuses.rethrow(new StackOverflowError())).doesNotThrowAnyException();
    assertThatCode(() -> excuses.rethrow(new java.io.IOError(cause()))).doesNotThrowAnyException();
  }
}
