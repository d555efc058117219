package io.orchestrix.saga;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.Started;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes the journals of instances. Thread-safe. */
final class SagaJournal {

  private final EventStore events;
  private final MetadataFactory metadata;

  SagaJournal(EventStore events, MetadataFactory metadata) {
    this.events = events;
    this.metadata = metadata;
  }

  /**
   * An instance as its journal tells.
   *
   * @param version how many entries the journal has
   */
  record Loaded(SagaProgress progress, long version) {}

  /** How an instance stands; empty if there is none. */
  Optional<Loaded> load(SagaId id) {
    try (Stream<RecordedEvent> entries = events.read(id.journal())) {
      return fold(entries.iterator());
    }
  }

  private static Optional<Loaded> fold(Iterator<RecordedEvent> entries) {
    SagaProgress progress = null;
    long version = 0;
    while (entries.hasNext()) {
      RecordedEvent entry = entries.next();
      progress = next(progress, entry);
      version = entry.version();
    }
    return progress == null ? Optional.empty() : Optional.of(new Loaded(progress, version));
  }

  private static SagaProgress next(@Nullable SagaProgress progress, RecordedEvent entry) {
    SagaEvent event = (SagaEvent) entry.payload();
    if (progress == null) {
      return new SagaProgress(
          (Started) event, Origin.of(entry.metadata()), entry.metadata().time());
    }
    progress.apply(event, entry.metadata().time());
    return progress;
  }

  /** What is to be appended to the journal of an instance. */
  Append append(SagaId id, AppendCondition condition, List<? extends SagaEvent> entries) {
    String subject = id.journal().toString();
    return new Append(
        id.journal(),
        condition,
        entries.stream()
            .map(
                entry ->
                    new NewEvent(
                        metadata.create(EventTypes.nameOf(entry.getClass()), subject), entry))
            .toList());
  }

  void append(List<Append> appends) {
    events.append(appends);
  }
}
