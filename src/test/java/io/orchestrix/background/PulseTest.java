package io.orchestrix.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final Pulse pulse = new Pulse(nanos::get);

  @Test
  void who_has_never_begun_is_not_silent() {
    assertThat(pulse.silences()).isEmpty();
  }

  @Test
  void each_is_silent_since_its_last_beat_until_it_ends() {
    pulse.beat("deadlines");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    pulse.beat("subscriptions");
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(pulse.silences())
        .containsOnly(
            Map.entry("deadlines", Duration.ofSeconds(3)),
            Map.entry("subscriptions", Duration.ofSeconds(1)));
    pulse.end("deadlines");
    assertThat(pulse.silences()).containsOnlyKeys("subscriptions");
  }
}
