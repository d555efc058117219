package io.orchestrix.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is wrong. */
final class Expect {

  private Expect() {}

  static void equal(String what, @Nullable Object actual, @Nullable Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError(
          "%s: expected%n  %s%nbut was%n  %s".formatted(what, expected, actual));
    }
  }

  static void that(String what, boolean isTrue) {
    if (!isTrue) {
      throw new AssertionError("expected: " + what);
    }
  }

  /** The exception that {@code work} throws. */
  static <E extends RuntimeException> E thrown(Class<E> type, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw new AssertionError("expected %s, but it was %s".formatted(type.getName(), e), e);
    }
    throw new AssertionError("expected %s, but nothing was thrown".formatted(type.getName()));
  }

  /** That {@code work} throws it with exactly this message. */
  static void refused(Class<? extends RuntimeException> type, String message, Runnable work) {
    equal("the message", thrown(type, work).getMessage(), message);
  }

  /** That the message of a failure holds {@code part}. */
  static void says(RuntimeException failure, String part) {
    String message = String.valueOf(failure.getMessage());
    that("'%s' says '%s'".formatted(message, part), message.contains(part));
  }
}
