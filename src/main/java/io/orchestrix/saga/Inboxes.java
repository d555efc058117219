package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaEvent.EventReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings events into the journals of instances. It waits for no turn: one that goes on meanwhile
 * comes behind the event, and sees that there is more to be done. Thread-safe.
 */
final class Inboxes {

  /** So long an instance that has ended still notes what its steps had awaited. */
  private static final Duration LATE = Duration.ofHours(1);

  private final SagaVersions versions;
  private final SagaServices services;
  private final SagaJournal journal;

  Inboxes(SagaVersions versions, SagaServices services) {
    this.versions = versions;
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
  }

  /** What is written for all instances, in one transaction. */
  private static final class Written {
    final List<Append> appends = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();
    final List<SagaRow> begun = new ArrayList<>();
  }

  /**
   * Brings them, in the unit of work of the thread; begins instances that are not there, if one of
   * their events may do that.
   *
   * @param byInstance what is for each, by its key, in the order of arrival
   */
  void bring(Map<String, List<Delivery>> byInstance) {
    Instant now = services.clock().instant();
    Map<String, SagaRow> known = new LinkedHashMap<>();
    services
        .instances()
        .find(versions.name(), byInstance.keySet())
        .forEach(row -> known.put(row.id().key(), row));
    Written written = new Written();
    byInstance.forEach(
        (key, deliveries) -> {
          SagaRow row = known.get(key);
          if (row == null) {
            begin(key, deliveries, now, written);
          } else {
            receive(row, deliveries, now, written);
          }
        });
    if (!written.appends.isEmpty()) {
      services.instances().save(written.begun); // in memory one is seen after the other
      journal.append(written.appends);
      services.deadlines().putWithoutWaiting(written.deadlines);
    }
  }

  private void begin(String key, List<Delivery> deliveries, Instant now, Written written) {
    List<SagaEvent> entries = new ArrayList<>();
    Origin origin = Origin.NONE;
    for (Delivery delivery : deliveries) {
      if (!entries.isEmpty()) {
        entries.add(new EventReceived(delivery.event()));
      } else if (versions.newest().begins(delivery.payload()).filter(key::equals).isPresent()) {
        entries.add(Starting.entry(versions.newest(), key, delivery.event(), null, now));
        origin = delivery.origin();
      }
    }
    if (!entries.isEmpty()) {
      SagaRow row = Starting.row(versions.newest(), key, now);
      write(row, AppendCondition.noStream(), entries, origin, now, written);
      written.begun.add(row);
    }
  }

  private void receive(SagaRow row, List<Delivery> deliveries, Instant now, Written written) {
    List<SagaEvent> entries =
        deliveries.stream()
            .filter(delivery -> isToBeNoted(row, delivery.payload(), now))
            .<SagaEvent>map(delivery -> new EventReceived(delivery.event()))
            .toList();
    if (!entries.isEmpty()) {
      Origin origin = deliveries.get(0).origin();
      write(row, AppendCondition.streamExists(), entries, origin, now, written);
    }
  }

  private void write(
      SagaRow row,
      AppendCondition condition,
      List<SagaEvent> entries,
      Origin origin,
      Instant now,
      Written written) {
    CurrentMessage current = services.current();
    current.runWithin(
        origin,
        1,
        () -> {
          written.appends.add(journal.append(row.id(), condition, entries));
          written.deadlines.add(SagaTurns.deadline(row.id(), row.version(), now, current.origin()));
        });
  }

  private boolean isToBeNoted(SagaRow row, Event payload, Instant now) {
    return !row.status().isEnded()
        || (row.changedAt().plus(LATE).isAfter(now) && isAwaited(row, payload));
  }

  /** By whatever key: its further ones are forgotten. */
  private boolean isAwaited(SagaRow row, Event event) {
    return versions.of(row.version()).stream()
        .flatMap(version -> version.steps().stream())
        .anyMatch(step -> step.awaits(event, key -> true) || step.failsOn(event, key -> true));
  }
}
