package io.orchestrix.testkit;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.projection.ProjectionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which batches events are replayed. */
enum Batching {
  ALL_AT_ONCE("when all events are replayed at once"),
  ONE_BY_ONE("when the events are replayed one by one"),
  BY_SEQUENCE(
      "when one sequence is replayed after the other, which several segments make possible");

  private final String text;

  Batching(String text) {
    this.text = text;
  }

  /** For people. */
  String text() {
    return text;
  }

  /** Those that can happen to a projection. */
  static List<Batching> of(ProjectionType type) {
    return type.segments() == 1
        ? List.of(ALL_AT_ONCE, ONE_BY_ONE)
        : List.of(ALL_AT_ONCE, ONE_BY_ONE, BY_SEQUENCE);
  }

  List<List<RecordedEvent>> batches(List<RecordedEvent> events, ProjectionType type) {
    return switch (this) {
      case ALL_AT_ONCE -> List.of(events);
      case ONE_BY_ONE -> events.stream().map(List::of).toList();
      case BY_SEQUENCE -> {
        Map<String, List<RecordedEvent>> sequences = new LinkedHashMap<>();
        events.forEach(
            event ->
                sequences
                    .computeIfAbsent(type.sequencing().key(event), key -> new ArrayList<>())
                    .add(event));
        yield List.copyOf(sequences.values());
      }
    };
  }
}
