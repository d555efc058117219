package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.StoredPayload;
import java.util.ArrayList;
import java.util.List;

/**
 * What one stored event says, in a form that many aggregates can be rebuilt from. An event that
 * somebody could change is kept as it is written, and read anew for each.
 */
sealed interface Past {

  /** The events, as an aggregate may have them for its own. */
  List<Event> events(EventFormat format);

  /**
   * Keeps events.
   *
   * @throws RuntimeException if one that can be changed cannot be written
   */
  static Past of(List<Event> events, EventFormat format) {
    for (Event event : events) {
      if (!Immutables.isImmutable(event)) {
        return new Written(events.stream().map(format::encode).toList());
      }
    }
    return new Shared(List.copyOf(events));
  }

  /** Events that nobody can change. */
  record Shared(List<Event> events) implements Past {
    @Override
    public List<Event> events(EventFormat format) {
      return events;
    }
  }

  /** Events as they would be stored. */
  record Written(List<StoredPayload> payloads) implements Past {
    @Override
    public List<Event> events(EventFormat format) {
      List<Event> events = new ArrayList<>(payloads.size());
      for (StoredPayload payload : payloads) {
        events.addAll(format.decode(payload));
      }
      return events;
    }
  }
}
