package io.orchestrix.aggregate;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.monitor.Activity.EventAppending;
import java.util.ArrayList;
import java.util.List;

/** Writes what aggregates have decided. Thread-safe. */
record Saving(AggregateServices services) {

  /**
   * Makes events and appends them, if the stream is as it was loaded. They are made while that is
   * observed, so that they bear its trace context.
   */
  List<NewEvent> append(StreamId stream, Provenance loaded, List<Event> decided) {
    String cause = services.current().origin().traceparent();
    return services
        .monitor()
        .begin(new EventAppending(stream.category(), decided.size(), cause))
        .get(() -> appended(stream, loaded, decided));
  }

  private List<NewEvent> appended(StreamId stream, Provenance loaded, List<Event> decided) {
    List<NewEvent> events = new ArrayList<>(decided.size());
    for (Event event : decided) {
      String type = services.types().name(event);
      events.add(new NewEvent(services.metadata().create(type, stream.toString()), event));
    }
    AppendCondition condition =
        loaded.version() == 0
            ? AppendCondition.noStream()
            : AppendCondition.atVersion(loaded.version());
    services.store().append(stream, condition, events);
    return events;
  }
}
