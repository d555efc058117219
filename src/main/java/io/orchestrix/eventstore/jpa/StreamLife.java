package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamNotFoundException;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Closes and opens streams. */
final class StreamLife {

  private final EntityManager entities;
  private final StreamRows streams;
  private final boolean deletionAllowed;
  private final List<String> deletions;

  StreamLife(EntityManager entities, StreamRows streams, String schema, boolean deletionAllowed) {
    this.entities = entities;
    this.streams = streams;
    this.deletionAllowed = deletionAllowed;
    this.deletions =
        List.of(
            """
            delete from "%1$s".orx_event_tag where position in
              (select position from "%1$s".orx_event where stream_id = ?)\
            """
                .formatted(schema),
            "delete from \"%s\".orx_event where stream_id = ?".formatted(schema),
            "delete from \"%s\".orx_snapshot where stream_id = ?".formatted(schema));
  }

  void enter(StreamId id, StreamState state) {
    StreamEntity stream = existing(id);
    if (stream.state() == StreamState.DELETED) {
      throw ClosedStreamException.of(id, StreamState.DELETED);
    }
    stream.enter(state);
    entities.flush();
  }

  void delete(StreamId id) {
    if (!deletionAllowed) {
      throw ClosedStreamException.deletionForbidden(id);
    }
    StreamEntity stream = existing(id);
    stream.enter(StreamState.DELETED);
    entities.flush();
    for (String deletion : deletions) { // also a second time: a snapshot may have come after it
      Jdbc.update(entities, deletion, statement -> statement.setString(1, id.toString()));
    }
  }

  private StreamEntity existing(StreamId id) {
    StreamEntity stream = streams.lock(id);
    if (stream == null) {
      throw new StreamNotFoundException(id);
    }
    return stream;
  }
}
