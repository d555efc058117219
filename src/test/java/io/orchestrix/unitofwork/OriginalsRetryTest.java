package io.orchestrix.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orchestrix.config.Keys;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the Python original does with retries, fact by fact. */
class OriginalsRetryTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void attempts_are_counted_from_1() {
    RetryPolicy policy = RetryPolicy.fixed(2, SECOND);

    assertThat(policy.retriesAfter(1)).isTrue();
    assertThat(policy.retriesAfter(2)).isFalse();
  }

  @Test
  void none_does_not_try_again() {
    assertThat(RetryPolicy.none().retriesAfter(1)).isFalse();
    assertThat(RetryPolicy.none().pauseAfter(1)).isZero();
  }

  @Test
  void fixed_is_3_attempts_a_second_apart() {
    // There these are defaults of classes. Here they are said, or configured, see the last test.
    RetryPolicy fixed = RetryPolicy.fixed(3, SECOND);

    assertThat(fixed.retriesAfter(2)).isTrue();
    assertThat(fixed.retriesAfter(3)).isFalse();
    assertThat(fixed.pauseAfter(1)).isEqualTo(SECOND);
    assertThat(fixed.pauseAfter(2)).isEqualTo(SECOND);
  }

  @Test
  void linear_grows_by_a_second_to_a_minute_at_most() {
    RetryPolicy linear = RetryPolicy.linear(100, SECOND, MINUTE);

    assertThat(linear.pauseAfter(1)).isEqualTo(SECOND);
    assertThat(linear.pauseAfter(3)).isEqualTo(SECOND.multipliedBy(3));
    assertThat(linear.pauseAfter(60)).isEqualTo(MINUTE);
    assertThat(linear.pauseAfter(61)).isEqualTo(MINUTE);
  }

  @Test
  void exponential_doubles_to_a_minute_at_most_with_jitter() {
    RetryPolicy exponential = RetryPolicy.exponential(100, SECOND, MINUTE);

    assertThat(longest(exponential, 1)).isBetween(SECOND.dividedBy(2), SECOND);
    assertThat(longest(exponential, 3)).isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(4));
    assertThat(longest(exponential, 50)).isBetween(MINUTE.dividedBy(2), MINUTE);
    assertThat(Stream.generate(() -> exponential.pauseAfter(5)).limit(50).distinct())
        .hasSizeGreaterThan(10);
  }

  private static Duration longest(RetryPolicy policy, int attempt) {
    return Stream.generate(() -> policy.pauseAfter(attempt))
        .limit(2_000)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void wrong_parameters_are_errors() {
    assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.fixed(0, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.fixed(3, Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.linear(3, SECOND, Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.exponential(-1, SECOND, MINUTE));
  }

  @Test
  void sagas_try_3_times_a_second_and_more_apart_unless_configured_otherwise() {
    assertThat(Keys.SAGA_ATTEMPTS.byDefault()).isEqualTo("3");
    assertThat(Keys.SAGA_PAUSE.byDefault()).isEqualTo("PT1S");
    assertThat(Keys.SAGA_LONGEST.byDefault()).isEqualTo("PT1M");
  }
}
