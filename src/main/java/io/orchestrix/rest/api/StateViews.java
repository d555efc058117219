package io.orchestrix.rest.api;

import io.orchestrix.aggregate.AggregateState;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/** Shows states of aggregates, where payloads are shown. Thread-safe. */
@ApplicationScoped
class StateViews {

  private static final PayloadCodec JSON = new JacksonPayloadCodec();

  @Inject EventViews views;

  StateView of(StreamId stream, AggregateState state) {
    boolean isShown = views.arePayloadsShown();
    return new StateView(
        stream.toString(),
        state.version(),
        views.of(state.event()),
        isShown ? object(state.state()) : null,
        isShown ? state.change().stream().map(StateViews::operation).toList() : null);
  }

  private static Map<String, Object> operation(JsonValue change) {
    return object(change.asJsonObject());
  }

  @SuppressWarnings("unchecked") // the members of a JSON object
  private static Map<String, Object> object(JsonObject json) {
    return JSON.decode(json.toString(), Map.class);
  }
}
