package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.ClosedStreamException;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamState;
import io.orchestrix.message.EventFormat;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an append, in the order that the {@link GlobalOrder} demands: the rows of all
 * streams first and flushed, then the events. Streams are taken in the order of their names, so
 * that two appends never wait for each other.
 */
final class Appending {

  private final EntityManager entities;
  private final StreamRows streams;
  private final StoredEvents stored;
  private final EventTags tags;
  private final GlobalOrder order;
  private final EventFormat format;

  Appending(
      EntityManager entities,
      StreamRows streams,
      StoredEvents stored,
      EventTags tags,
      GlobalOrder order,
      EventFormat format) {
    this.entities = entities;
    this.streams = streams;
    this.stored = stored;
    this.tags = tags;
    this.order = order;
    this.format = format;
  }

  /**
   * @param mayBeRepeated whether to ask first which of the events are stored, whatever the
   *     conditions say
   */
  Appended run(List<Append> appends, boolean mayBeRepeated) {
    List<Append> sorted = new ArrayList<>(appends);
    sorted.sort(Comparator.comparing(append -> append.stream().toString()));
    List<NewRow> encoded = new ArrayList<>();
    for (Append append : sorted) {
      for (NewEvent event : append.events()) {
        encoded.add(NewRow.of(append.stream(), event, format));
      }
    }
    Map<StreamId, AppendResult> results = new HashMap<>();
    List<NewRow> rows = new ArrayList<>(encoded.size());
    int next = 0;
    for (Append append : sorted) {
      List<NewRow> own = encoded.subList(next, next += append.events().size());
      boolean asksFirst = mayBeRepeated || mayRepeat(append.condition());
      Optional<AppendResult> already = place(append, asksFirst, own, rows);
      already.ifPresent(result -> results.put(append.stream(), result));
    }
    List<RecordedEvent> inserted = new ArrayList<>(rows.size());
    if (!rows.isEmpty()) {
      long[] positions = order.insert(entities, rows);
      tags.insert(rows, positions);
      for (int i = 0; i < positions.length; i++) {
        NewRow row = rows.get(i);
        RecordedEvent event = row.recorded(positions[i]);
        inserted.add(event);
        results.put(row.stream(), new AppendResult(row.stream(), row.version(), event.position()));
      }
    }
    return new Appended(
        appends.stream().map(append -> results.get(append.stream())).toList(), inserted);
  }

  /** Makes room in a stream for its events; where they are if they are stored already. */
  private Optional<AppendResult> place(
      Append append, boolean asksFirst, List<NewRow> own, List<NewRow> rows) {
    try {
      @Nullable StreamEntity stream = existing(append, asksFirst);
      boolean created = stream == null && append.condition().holdsAt(0) && streams.insert(append);
      if (!created) {
        stream = stream == null ? streams.lock(append.stream()) : stream;
        boolean fits = fits(append, stream);
        if (!fits && stream != null) {
          stream = streams.lock(append.stream()); // this transaction may have seen it long ago
          fits = fits(append, stream);
        }
        if (!fits || asksFirst) {
          Optional<AppendResult> already = stored.all(append);
          if (already.isPresent()) {
            return already;
          }
        }
        if (stream == null || !fits) {
          throw refused(append, stream);
        }
        streams.grow(stream, append);
      }
      long before = stream == null ? 0 : stream.version() - append.events().size();
      for (NewRow row : own) {
        rows.add(row.inVersion(++before));
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw Failures.ofAppend(append.stream(), append.condition(), e);
    }
  }

  /**
   * The row, locked; among rivals none where none must be, as its insert tells, and unlocked where
   * its very version is checked when it is written.
   */
  private @Nullable StreamEntity existing(Append append, boolean asksFirst) {
    if (asksFirst || !order.isConcurrent()) {
      return streams.lock(append.stream());
    }
    return append.condition().holdsAt(0) ? null : streams.find(append.stream());
  }

  /** Whether a condition that held for an append can hold again for its repetition. */
  private static boolean mayRepeat(AppendCondition condition) {
    return condition instanceof AppendCondition.Any
        || condition instanceof AppendCondition.StreamExists;
  }

  private static boolean fits(Append append, @Nullable StreamEntity stream) {
    return stream != null
        && stream.state() == StreamState.ACTIVE
        && append.condition().holdsAt(stream.version());
  }

  private static RuntimeException refused(Append append, @Nullable StreamEntity stream) {
    return stream == null || stream.state() == StreamState.ACTIVE
        ? new AppendConflictException(
            append.stream(), append.condition(), stream == null ? 0 : stream.version())
        : ClosedStreamException.of(append.stream(), stream.state());
  }
}
