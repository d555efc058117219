package io.orchestrix.testkit;

import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.message.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was scheduled and not cancelled; nothing of it is ever sent. Thread-safe. */
final class ScheduledCommands {

  private final Map<String, RecordingCommandBus.Scheduled> byKey = new LinkedHashMap<>();
  private final Clock clock;
  private int many;

  ScheduledCommands(Clock clock) {
    this.clock = clock;
  }

  Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  synchronized ScheduledCommand put(Command command, Instant at, @Nullable String named) {
    many++;
    String key = named == null ? "scheduled-" + many : named;
    byKey.remove(key); // it is the last one now
    byKey.put(key, new RecordingCommandBus.Scheduled(command, at));
    return new ScheduledCommand(key, at);
  }

  synchronized boolean remove(String key) {
    return byKey.remove(key) != null;
  }

  synchronized List<RecordingCommandBus.Scheduled> all() {
    return List.copyOf(byKey.values());
  }
}
