package io.orchestrix.saga;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.saga.SagaEvent.EventReceived;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.EventHandler;
import io.orchestrix.subscription.FailurePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings events of the store to the instances of a saga: into their journals, in the transaction of
 * the checkpoint. What an instance does with them it does in its own turn, so it fails alone.
 * Thread-safe.
 */
final class SagaEvents implements EventHandler {

  private final SagaVersions versions;
  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;
  private final FailurePolicy onFailure;

  SagaEvents(SagaVersions versions, SagaServices services, FailurePolicy onFailure) {
    this.versions = versions;
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.trees = new JsonTrees(services.codec(), services.format());
    this.onFailure = onFailure;
  }

  @Override
  public boolean wants(RecordedEvent event) {
    return event.payloads().stream().anyMatch(payload -> versions.takes(payload.getClass()));
  }

  @Override
  public FailurePolicy onFailure(RecordedEvent event) {
    return onFailure;
  }

  /** An event that an instance is to receive. */
  private record Delivery(ReceivedEvent event, Event payload, Origin origin, boolean isStart) {}

  @Override
  public void handle(EventBatch batch) {
    Map<String, List<Delivery>> byInstance = new TreeMap<>();
    while (batch.hasNext()) {
      RecordedEvent event = batch.next();
      int part = 0;
      for (Event payload : event.payloads()) {
        if (versions.takes(payload.getClass())) {
          address(event, payload, part, byInstance);
        }
        part++;
      }
    }
    if (!byInstance.isEmpty()) {
      deliver(byInstance);
    }
  }

  private void address(
      RecordedEvent event, Event payload, int part, Map<String, List<Delivery>> byInstance) {
    Delivery delivery =
        new Delivery(
            copy(event, payload, part),
            payload,
            Origin.of(event.metadata()),
            versions.newest().route(payload.getClass()).filter(EventRoute::isStart).isPresent());
    for (String instance : instances(versions.keys(payload))) {
      byInstance.computeIfAbsent(instance, key -> new ArrayList<>()).add(delivery);
    }
  }

  private ReceivedEvent copy(RecordedEvent event, Event payload, int part) {
    Metadata metadata = event.metadata();
    StoredPayload written = services.format().encode(payload);
    return new ReceivedEvent(
        part == 0 ? metadata.id().toString() : metadata.id() + "#" + part,
        written.type(),
        written.revision(),
        trees.codec().decode(written.json(), Object.class),
        metadata.time(),
        metadata.id(),
        metadata.correlationId(),
        metadata.traceparent());
  }

  private Set<String> instances(Set<CorrelationKey> keys) {
    Set<String> instances = new TreeSet<>();
    List<CorrelationKey> others = new ArrayList<>();
    for (CorrelationKey key : keys) {
      if (versions.isOwnKey(key.name())) {
        instances.add(key.value());
      } else {
        others.add(key);
      }
    }
    if (!others.isEmpty()) {
      services.instances().lookup(versions.name(), others).values().forEach(instances::addAll);
    }
    return instances;
  }

  /** First the deadlines, whose rows keep the instances' own turns waiting, then their journals. */
  private void deliver(Map<String, List<Delivery>> byInstance) {
    Instant now = services.clock().instant();
    Map<String, SagaRow> known = new LinkedHashMap<>();
    services
        .instances()
        .find(versions.name(), byInstance.keySet())
        .forEach(row -> known.put(row.id().key(), row));
    List<Deadline> deadlines = new ArrayList<>();
    List<Append> appends = new ArrayList<>();
    List<SagaRow> begun = new ArrayList<>();
    byInstance.forEach(
        (key, deliveries) -> {
          SagaRow row = known.get(key);
          List<SagaEvent> entries =
              row == null ? begin(key, deliveries, now) : receive(row, deliveries);
          if (!entries.isEmpty()) {
            SagaRow current = row == null ? Starting.row(versions.newest(), key, now) : row;
            Origin origin = deliveries.get(0).origin();
            deadlines.add(SagaTurns.deadline(current.id(), current.version(), now, origin));
            AppendCondition condition =
                row == null ? AppendCondition.noStream() : AppendCondition.streamExists();
            services
                .current()
                .runWithin(
                    origin, 1, () -> appends.add(journal.append(current.id(), condition, entries)));
            if (row == null) {
              begun.add(current);
            }
          }
        });
    if (appends.isEmpty()) {
      return;
    }
    services.deadlines().put(deadlines);
    journal.append(appends);
    services.instances().save(begun);
  }

  private List<SagaEvent> begin(String key, List<Delivery> deliveries, Instant now) {
    List<SagaEvent> entries = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (!entries.isEmpty()) {
        entries.add(new EventReceived(delivery.event()));
      } else if (delivery.isStart()) {
        entries.add(Starting.entry(versions.newest(), key, delivery.event(), null, now));
      }
    }
    return entries;
  }

  /** An instance that has ended notes only what one of its steps had awaited. */
  private List<SagaEvent> receive(SagaRow row, List<Delivery> deliveries) {
    List<SagaEvent> entries = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (!row.status().isEnded() || isAwaited(row, delivery.payload())) {
        entries.add(new EventReceived(delivery.event()));
      }
    }
    return entries;
  }

  private boolean isAwaited(SagaRow row, Event payload) {
    return versions.of(row.version()).stream()
        .flatMap(version -> version.steps().stream())
        .anyMatch(step -> step.awaits(payload.getClass()) || step.failsOn(payload.getClass()));
  }
}
