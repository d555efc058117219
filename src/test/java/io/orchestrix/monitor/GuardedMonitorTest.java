package io.orchestrix.monitor;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardedMonitorTest {

  @Test
  void a_monitor_that_fails_does_not_stop_the_work() {
    Monitor monitor =
        new GuardedMonitor(
            signal -> {
              throw new IllegalStateException("no room on the disk of the metrics");
            });

    assertThatCode(() -> monitor.on(new Signal.EventsAppended("note", 1, Duration.ZERO)))
        .doesNotThrowAnyException();
  }
}
