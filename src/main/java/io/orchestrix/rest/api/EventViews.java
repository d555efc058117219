package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.PayloadVisibility;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.Sensitive;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.saga.SagaEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of events what operators may see of them. Thread-safe. */
@ApplicationScoped
class EventViews {

  private final PayloadCodec raw = new JacksonPayloadCodec();
  private PayloadVisibility visibility = PayloadVisibility.NONE;

  @Inject
  void show(Settings settings) {
    visibility = settings.get(Keys.PAYLOAD_VISIBILITY);
  }

  /** Whether payloads may be seen at all. */
  boolean arePayloadsShown() {
    return visibility != PayloadVisibility.NONE;
  }

  /** Whether what is sensitive may be seen, too. */
  boolean isEverythingShown() {
    return visibility == PayloadVisibility.FULL;
  }

  EventView of(RecordedEvent event) {
    List<Object> payloads = null;
    String unreadable = null;
    if (arePayloadsShown()) {
      try {
        payloads = event.payloads().stream().map(this::payload).toList();
      } catch (OrchestrixException e) {
        unreadable = e.code();
      }
    }
    return of(event, payloads, unreadable);
  }

  /** Of one that the application does not know nobody can tell what is sensitive. */
  private Object payload(Event payload) {
    if (payload instanceof SagaEvent) { // copies of events, states and commands
      return visibility == PayloadVisibility.FULL ? payload : Sensitive.MASK;
    }
    if (!(payload instanceof RawEvent unknown)) {
      return payload;
    }
    return isEverythingShown() ? raw.decode(unknown.json(), Map.class) : Sensitive.MASK;
  }

  private static EventView of(
      RecordedEvent event, @Nullable List<Object> payloads, @Nullable String unreadable) {
    Metadata metadata = event.metadata();
    return new EventView(
        event.position().value(),
        event.stream().toString(),
        event.version(),
        metadata.id(),
        metadata.type(),
        event.revision(),
        metadata.source(),
        metadata.time(),
        metadata.correlationId(),
        metadata.causationId(),
        metadata.traceparent(),
        payloads,
        unreadable);
  }
}
