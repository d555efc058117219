package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An append as it is written. */
record EncodedAppend(StreamId stream, AppendCondition condition, List<EncodedEvent> events) {

  static EncodedAppend of(Append append, EventFormat format) {
    return new EncodedAppend(
        append.stream(),
        append.condition(),
        append.events().stream().map(event -> EncodedEvent.of(event, format)).toList());
  }

  /**
   * @throws IllegalArgumentException if there are none, or two to the same stream
   */
  static List<EncodedAppend> all(List<Append> appends, EventFormat format) {
    if (appends.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to append.");
    }
    Set<StreamId> streams = new HashSet<>();
    for (Append append : appends) {
      if (!streams.add(append.stream())) {
        throw new IllegalArgumentException(
            "Two appends to %s at once; put their events into one.".formatted(append.stream()));
      }
    }
    return appends.stream().map(append -> of(append, format)).toList();
  }

  List<UUID> ids() {
    return events.stream().map(event -> event.metadata().id()).toList();
  }
}
