package io.orchestrix.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.bench.Workers.Work;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void every_number_is_taken_once_until_there_are_no_more() throws Exception {
    Set<Long> taken = ConcurrentHashMap.newKeySet();

    Work work = Workers.run(4, LONG, 100, 1_000, n -> assertThat(taken.add(n)).isTrue());

    assertThat(work.operations()).isEqualTo(1_000);
    assertThat(taken).hasSize(1_000).contains(100L, 1_099L);
  }

  @Test
  void the_time_ends_the_work() throws Exception {
    Work work = Workers.run(2, Duration.ofMillis(20), 0, Long.MAX_VALUE, n -> {});

    assertThat(work.operations()).isPositive();
    assertThat(work.elapsed()).isBetween(Duration.ofMillis(20), LONG);
  }

  @Test
  void a_failure_is_no_result() {
    assertThatThrownBy(
            () ->
                Workers.run(
                    1,
                    LONG,
                    0,
                    10,
                    n -> {
                      throw new IllegalStateException("refused");
                    }))
        .hasMessageContaining("refused");
  }
}
