package io.orchestrix.eventstore.inmemory;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventFormat;
import java.util.List;
import java.util.UUID;

/** An append as it is written. */
record EncodedAppend(StreamId stream, AppendCondition condition, List<EncodedEvent> events) {

  static EncodedAppend of(Append append, EventFormat format) {
    return new EncodedAppend(
        append.stream(),
        append.condition(),
        append.events().stream().map(event -> EncodedEvent.of(event, format)).toList());
  }

  List<UUID> ids() {
    return events.stream().map(event -> event.metadata().id()).toList();
  }
}
