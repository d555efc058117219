package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

  private static Duration longestOf(RetryPolicy policy, int attempt) {
    return Stream.generate(() -> policy.pauseAfter(attempt))
        .limit(2_000)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void it_takes_at_least_one_attempt_and_no_negative_pause() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, Duration.ofNanos(-1)))
        .withMessageContaining("PT-0.000000001S");
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 16", "3, 32", "4, 64", "5, 128", "6, 250", "7, 250", "100, 250"})
  void the_bound_doubles_up_to_a_quarter_of_a_second(int attempt, long millis) {
    Duration bound = Duration.ofMillis(millis);

    assertThat(longestOf(new RetryPolicy(100, Duration.ofMillis(8)), attempt))
        .isBetween(bound.dividedBy(2), bound);
  }

  @Test
  void the_pause_is_random() {
    RetryPolicy policy = new RetryPolicy(10, Duration.ofMillis(100));

    assertThat(Stream.generate(() -> policy.pauseAfter(1)).limit(50).distinct())
        .hasSizeGreaterThan(10)
        .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ZERO));
  }

  @Test
  void no_pause_stays_no_pause() {
    assertThat(longestOf(new RetryPolicy(100, Duration.ZERO), 50)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H", "P100D", "P36500D", "P3650000D"})
  void a_huge_pause_is_cut_to_the_cap(Duration pause) {
    RetryPolicy policy = new RetryPolicy(100, pause);

    for (int attempt = 1; attempt <= 100; attempt++) {
      assertThat(policy.pauseAfter(attempt)).isBetween(Duration.ZERO, Duration.ofMillis(250));
    }
  }
}
