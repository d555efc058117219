package io.orchestrix.eventstore.jpa;

import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** The tags of events, in a table that is sorted by tag and position. */
final class EventTags {

  private record TagRow(String tag, long position) {}

  private final EntityManager entities;
  private final String insert;

  EventTags(EntityManager entities, String schema) {
    this.entities = entities;
    this.insert =
        "insert into \"%s\".orx_event_tag (tag, position) values (?, ?)".formatted(schema);
  }

  void insert(List<NewRow> events, long[] positions) {
    List<TagRow> rows = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      for (String tag : events.get(i).tags()) {
        rows.add(new TagRow(tag, positions[i]));
      }
    }
    if (!rows.isEmpty()) {
      Jdbc.batch(
          entities,
          insert,
          rows,
          (statement, row) -> {
            statement.setString(1, row.tag());
            statement.setLong(2, row.position());
          });
    }
  }
}
