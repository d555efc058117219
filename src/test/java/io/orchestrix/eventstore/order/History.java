package io.orchestrix.eventstore.order;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a reader saw, held against what writers committed.
 *
 * @param lost committed and not seen
 * @param twice seen more than once
 * @param strange seen and not committed
 * @param overtakes steps in which a stream's version did not grow by one
 */
record History(long lost, long twice, long strange, long overtakes) {

  static final History FLAWLESS = new History(0, 0, 0, 0);

  static History check(Set<UUID> committed, List<RecordedEvent> seen) {
    Set<UUID> ids = new HashSet<>();
    Map<StreamId, Long> versions = new HashMap<>();
    long twice = 0;
    long overtakes = 0;
    for (RecordedEvent event : seen) {
      if (!ids.add(event.metadata().id())) {
        twice++;
      }
      Long before = versions.put(event.stream(), event.version());
      if (event.version() != (before == null ? 1 : before + 1)) {
        overtakes++;
      }
    }
    long lost = committed.stream().filter(id -> !ids.contains(id)).count();
    long strange = ids.stream().filter(id -> !committed.contains(id)).count();
    return new History(lost, twice, strange, overtakes);
  }
}
