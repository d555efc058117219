package io.orchestrix.rest.api;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.enums.UuidNamespace;
import io.cloudevents.CloudEvent;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Constraints;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.IntegrationEvent;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.Violation;
import io.orchestrix.message.cloudevents.CloudEventMapper;
import io.orchestrix.message.cloudevents.InvalidCloudEventException;
import io.orchestrix.message.cloudevents.ReceivedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes events of this application of CloudEvents that others send. Thread-safe. */
@ApplicationScoped
class IncomingReader {

  private static final String CATEGORY = "inbox";

  @Inject EventTypes types;
  @Inject EventFormat format;
  @Inject PayloadCodec codec;
  @Inject Clock clock;
  @Inject Validator validator;

  /**
   * All of them, in their order.
   *
   * @param isBatch whether places are named with the index of their event
   * @throws RefusedEventsException if any is wrong, with every place of each
   */
  List<Incoming> read(List<CloudEvent> events, boolean isBatch) {
    CloudEventMapper mapper = new CloudEventMapper(format, codec, clock);
    List<Incoming> found = new ArrayList<>();
    List<Violation> errors = new ArrayList<>();
    @Nullable InvalidCloudEventException cause = null;
    for (int i = 0; i < events.size(); i++) {
      String place = isBatch ? "/" + i : "";
      try {
        ReceivedMessage message = mapper.receive(events.get(i));
        List<Event> payloads = mapper.events(message);
        List<Violation> broken = check(payloads);
        broken.forEach(error -> errors.add(at(place, error)));
        if (broken.isEmpty()) {
          found.add(incoming(message.metadata(), payloads.get(0)));
        }
      } catch (InvalidCloudEventException e) {
        cause = e;
        e.violations().forEach(error -> errors.add(at(place, error)));
      }
    }
    if (!errors.isEmpty()) {
      throw RefusedEventsException.invalid(errors, cause);
    }
    return found;
  }

  private static Violation at(String place, Violation error) {
    return new Violation(place + error.pointer(), error.detail());
  }

  private List<Violation> check(List<Event> payloads) {
    if (payloads.size() != 1
        || !payloads.get(0).getClass().isAnnotationPresent(IntegrationEvent.class)) {
      return List.of(new Violation("/type", "is none of an integration event of this application"));
    }
    return Constraints.brokenBy(payloads.get(0), validator).stream()
        .map(error -> at("/data", error))
        .toList();
  }

  /** Under the name of today, and in one stream with all of its source and subject. */
  private Incoming incoming(Metadata sent, Event payload) {
    String sender = sent.subject() == null ? sent.source() : sent.source() + " " + sent.subject();
    Metadata metadata =
        new Metadata(
            sent.id(),
            types.name(payload),
            sent.source(),
            sent.subject(),
            sent.time(),
            sent.correlationId(),
            sent.causationId(),
            sent.traceparent());
    String key = UuidCreator.getNameBasedSha1(UuidNamespace.NAMESPACE_URL, sender).toString();
    return new Incoming(new StreamId(CATEGORY, key), new NewEvent(metadata, payload));
  }
}
