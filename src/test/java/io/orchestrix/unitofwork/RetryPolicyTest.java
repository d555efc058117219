package io.orchestrix.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orchestrix.config.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration QUARTER = Duration.ofMillis(250);

  private static List<Long> seconds(RetryPolicy policy, int attempts) {
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(attempt -> policy.pauseAfter(attempt).toSeconds())
        .toList();
  }

  private static Duration longestOf(RetryPolicy policy, int attempt) {
    return Stream.generate(() -> policy.pauseAfter(attempt))
        .limit(2_000)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void none_tries_once() {
    assertThat(RetryPolicy.none().retriesAfter(1)).isFalse();
    assertThat(RetryPolicy.none().pauseAfter(1)).isZero();
  }

  @Test
  void attempts_are_counted_from_one_and_the_last_is_not_followed() {
    RetryPolicy policy = RetryPolicy.fixed(3, SECOND);

    assertThat(policy.retriesAfter(1)).isTrue();
    assertThat(policy.retriesAfter(2)).isTrue();
    assertThat(policy.retriesAfter(3)).isFalse();
  }

  @Test
  void fixed_pauses_are_all_the_same() {
    assertThat(seconds(RetryPolicy.fixed(5, SECOND), 4)).containsExactly(1L, 1L, 1L, 1L);
  }

  @Test
  void linear_pauses_grow_by_the_first_up_to_the_longest() {
    RetryPolicy policy = RetryPolicy.linear(100, SECOND, Duration.ofSeconds(3));

    assertThat(seconds(policy, 5)).containsExactly(1L, 2L, 3L, 3L, 3L);
    assertThat(policy.pauseAfter(100)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void exponential_pauses_double_up_to_the_longest() {
    RetryPolicy grown =
        new RetryPolicy(Backoff.EXPONENTIAL, 100, SECOND, Duration.ofMinutes(1), false);

    assertThat(seconds(grown, 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(grown.pauseAfter(100)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void wrong_parameters_are_errors() {
    assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.fixed(0, SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.fixed(101, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.linear(1, SECOND, Duration.ofHours(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.fixed(1, Duration.ofNanos(-1)))
        .withMessageContaining("PT-0.000000001S");
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 16", "3, 32", "4, 64", "5, 128", "6, 250", "7, 250", "100, 250"})
  void jitter_keeps_below_the_bound(int attempt, long millis) {
    Duration bound = Duration.ofMillis(millis);
    RetryPolicy policy = RetryPolicy.exponential(100, Duration.ofMillis(8), QUARTER);

    assertThat(longestOf(policy, attempt)).isBetween(bound.dividedBy(2), bound);
  }

  @Test
  void a_jittered_pause_is_random() {
    RetryPolicy policy = RetryPolicy.exponential(10, Duration.ofMillis(100), QUARTER);

    assertThat(Stream.generate(() -> policy.pauseAfter(1)).limit(50).distinct())
        .hasSizeGreaterThan(10)
        .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ZERO));
  }

  @Test
  void no_pause_stays_no_pause() {
    RetryPolicy policy = RetryPolicy.exponential(100, Duration.ZERO, QUARTER);

    assertThat(longestOf(policy, 50)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H", "P100D", "P36500D", "P3650000D"})
  void a_huge_pause_is_cut_to_the_longest(Duration pause) {
    for (int attempt = 1; attempt <= 100; attempt++) {
      assertThat(RetryPolicy.linear(100, pause, QUARTER).pauseAfter(attempt)).isEqualTo(QUARTER);
      assertThat(RetryPolicy.exponential(100, pause, QUARTER).pauseAfter(attempt))
          .isBetween(Duration.ZERO, QUARTER);
    }
  }
}
