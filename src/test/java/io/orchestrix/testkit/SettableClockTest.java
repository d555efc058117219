package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);

  @Test
  void it_stands_still_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    clock.advance(Duration.ofMinutes(5));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(300));
    clock.advance(Duration.ofMinutes(-10));
    assertThat(clock.millis()).isEqualTo(NOON.minusSeconds(300).toEpochMilli());
    clock.set(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void in_another_zone_it_shows_the_same_time() {
    Clock there = clock.withZone(ZoneId.of("Europe/Berlin"));
    clock.advance(Duration.ofHours(1));

    assertThat(there.instant()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
