package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.StoreException;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises events that are stored already. */
final class StoredEvents {

  private record Found(String stream, long version, long position) {}

  /** A statement takes 65,535 parameters at most. */
  private static final int AT_ONCE = 10_000;

  private final EntityManager entities;
  private final String select;

  StoredEvents(EntityManager entities, String schema) {
    this.entities = entities;
    this.select =
        "select stream_id, version, position from \"%s\".orx_event where event_id in (%%s)"
            .formatted(schema);
  }

  /**
   * Where the events of an append are, if all of them are stored in its stream; empty if none is.
   *
   * @throws StoreException if only some are, or they are elsewhere
   */
  Optional<AppendResult> all(Append append) {
    List<Object> ids =
        append.events().stream().<Object>map(event -> event.metadata().id()).toList();
    List<Found> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      found.addAll(find(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
    }
    @Nullable Found last =
        found.stream().max(Comparator.comparingLong(Found::position)).orElse(null);
    if (last == null) {
      return Optional.empty();
    }
    String stream = append.stream().toString();
    if (found.size() != ids.size() || !found.stream().allMatch(f -> f.stream().equals(stream))) {
      throw StoreException.duplicateEvent(append.stream(), null);
    }
    return Optional.of(
        new AppendResult(append.stream(), last.version(), new GlobalPosition(last.position())));
  }

  private List<Found> find(List<Object> ids) {
    return Jdbc.list(
        entities,
        select.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))),
        statement -> EventQueries.bind(statement, ids),
        row -> new Found(row.getString(1), row.getLong(2), row.getLong(3)));
  }
}
