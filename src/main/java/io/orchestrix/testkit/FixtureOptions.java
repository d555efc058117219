package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a test says about the surroundings of its aggregate. Used by one thread. */
final class FixtureOptions {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final FixedValues values = new FixedValues();
  final List<Upcaster> upcasters = new ArrayList<>();
  final Set<Class<? extends Event>> events = new LinkedHashSet<>();
  Clock clock = new SettableClock(START);
  @Nullable String id;

  FixtureOptions() {
    values.put(Clock.class, clock);
  }

  void put(Class<?> type, Object value) {
    values.put(type, value);
    if (value instanceof Clock given) {
      clock = given;
    }
  }
}
