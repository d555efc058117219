package io.orchestrix.rest.api;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;
import io.cloudevents.CloudEvent;
import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.cloudevents.CloudEventMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes CloudEvents of stored events, with as much of what they say as may be seen: nothing, so
 * without data; all but what is sensitive; or everything. Thread-safe.
 */
@ApplicationScoped
class CloudEventViews {

  @Inject EventViews views;
  @Inject AnswerWriter writer;
  @Inject EventTypes types;
  @Inject EventFormat format;
  @Inject PayloadCodec codec;
  @Inject Clock clock;

  /** Nearly always one; as many as an upcaster has made of it, but one at least. */
  List<CloudEvent> of(RecordedEvent event) {
    CloudEventMapper mapper = new CloudEventMapper(format, codec, clock);
    List<Event> payloads = payloads(event);
    if (payloads.isEmpty()) {
      return List.of(mapper.withoutData(event.metadata(), event.position()));
    }
    List<CloudEvent> found = new ArrayList<>(payloads.size());
    for (Event payload : payloads) {
      int place = found.size();
      Metadata metadata = payloads.size() == 1 ? event.metadata() : part(event.metadata(), place);
      found.add(
          shown(payload)
              .map(stored -> mapper.toCloudEvent(metadata, stored, event.position()))
              .orElseGet(() -> mapper.withoutData(metadata, event.position())));
    }
    return found;
  }

  /** None where they may not be seen, or cannot be read. */
  private List<Event> payloads(RecordedEvent event) {
    try {
      return views.arePayloadsShown() ? event.payloads() : List.of();
    } catch (OrchestrixException e) {
      return List.of();
    }
  }

  /** Of one that the application does not know nobody can tell what is sensitive. */
  private Optional<StoredPayload> shown(Event payload) {
    if (payload instanceof RawEvent raw) {
      return views.isEverythingShown()
          ? Optional.of(new StoredPayload(raw.type(), raw.revision(), raw.json()))
          : Optional.empty();
    }
    EventRevision written = types.revision(payload);
    return Optional.of(new StoredPayload(written.type(), written.revision(), writer.json(payload)));
  }

  /** Each part needs an id of its own, the same whenever it is asked for. */
  private static Metadata part(Metadata whole, int place) {
    UUID id =
        UuidCreator.getNameBasedSha1(
            UuidNamespace.NAMESPACE_URL, "urn:uuid:" + whole.id() + "#" + place);
    return new Metadata(
        id,
        whole.type(),
        whole.source(),
        whole.subject(),
        whole.time(),
        whole.correlationId(),
        whole.causationId(),
        whole.traceparent());
  }
}
