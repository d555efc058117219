package io.orchestrix.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.BoundedText;
import io.orchestrix.message.GlobalPosition;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final class Broken extends OrchestrixException {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("ORX-9999", Kind.FAULT, "It broke.");
    }
  }

  @Test
  void what_is_known_of_an_exception_is_kept() {
    Failure failure = Failure.of(new Broken());

    assertThat(failure.code()).isEqualTo("ORX-9999");
    assertThat(failure.className()).isEqualTo(Broken.class.getName());
    assertThat(failure.message()).isEqualTo("ORX-9999 It broke.");
    assertThat(failure.stack())
        .contains("what_is_known_of_an_exception_is_kept")
        .startsWith(Broken.class.getName());
  }

  @Test
  void an_exception_may_have_neither_code_nor_message() {
    Failure failure = Failure.of(new IllegalStateException());

    assertThat(failure.code()).isEmpty();
    assertThat(failure.message()).isEmpty();
    assertThat(failure.summary()).isEqualTo("java.lang.IllegalStateException");
  }

  private static Throwable deep(int depth, String root) {
    return depth == 0
        ? new IllegalArgumentException(root)
        : new IllegalStateException("level " + depth, deep(depth - 1, root));
  }

  @Test
  void a_long_stack_keeps_where_it_was_thrown_and_its_root() {
    Failure failure = Failure.of(deep(100, "the root of it"));

    assertThat(failure.stack())
        .hasSizeLessThanOrEqualTo(10_000)
        .startsWith("java.lang.IllegalStateException: level 100")
        .contains("[...]", "the root of it");
  }

  @Test
  void a_character_is_never_cut_in_two() {
    assertThat(BoundedText.beginning("ab😀cd", 3)).isEqualTo("ab");
    assertThat(BoundedText.beginning("ab😀cd", 4)).isEqualTo("ab😀");
    String faces = "😀".repeat(30);
    for (int most = 20; most < 40; most++) {
      assertThat(BoundedText.ends(faces, most).codePoints())
          .hasSizeLessThanOrEqualTo(most)
          .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
  }

  @Test
  void texts_that_fit_stay_as_they_are_but_for_nul() {
    assertThat(BoundedText.ends("ab", 2)).isEqualTo("ab");
    assertThat(BoundedText.beginning("a\0b", 2)).isEqualTo("ab");
  }

  @Test
  void a_sequence_that_could_not_be_kept_as_it_is_is_refused() {
    DeadLetterId id = new DeadLetterId("balances/1", new GlobalPosition(5));

    for (String key : new String[] {"x".repeat(302), "a\0"}) {
      assertThatThrownBy(() -> new DeadLetterSubject(id, key, "account/a", 1, "Booked", 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("301");
    }
    assertThatThrownBy(() -> new DeadLetterId("", GlobalPosition.START))
        .hasMessageContaining("1 to 255");
  }
}
