package io.orchestrix.saga;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.EventHandler;
import io.orchestrix.subscription.FailurePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings events of the store to the instances of a saga, in the transaction of the checkpoint. What
 * an instance does with them it does in its own turn, so it fails alone. Thread-safe.
 */
final class SagaEvents implements EventHandler {

  private final SagaVersions versions;
  private final SagaServices services;
  private final JsonTrees trees;
  private final Inboxes inboxes;
  private final UnmatchedEvents unmatched;
  private final FailurePolicy onFailure;

  SagaEvents(SagaVersions versions, SagaServices services, FailurePolicy onFailure) {
    this.versions = versions;
    this.services = services;
    this.trees = new JsonTrees(services.codec(), services.format());
    this.inboxes = new Inboxes(versions, services);
    this.unmatched = new UnmatchedEvents(versions, services);
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
      inboxes.bring(byInstance);
    }
  }

  private void address(
      RecordedEvent event, Event payload, int part, Map<String, List<Delivery>> byInstance) {
    Delivery delivery =
        new Delivery(copy(event, payload, part), payload, Origin.of(event.metadata()));
    Set<String> instances = new TreeSet<>(); // each once, however many of its keys find it
    for (CorrelationKey key : versions.keys(payload)) {
      instances.addAll(instances(key, delivery));
    }
    instances.forEach(
        instance -> byInstance.computeIfAbsent(instance, key -> new ArrayList<>()).add(delivery));
  }

  private List<String> instances(CorrelationKey key, Delivery delivery) {
    if (key.isOwn()) {
      return List.of(key.value());
    }
    List<String> found = services.instances().lookup(versions.name(), key);
    if (found.isEmpty()) {
      unmatched.keep(key, delivery);
      return found;
    }
    return unmatched.keepBehindOthers(key, delivery) ? List.of() : found;
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
}
