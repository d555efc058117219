package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.Metadata;
import org.jspecify.annotations.Nullable;

/** Messages of ours as CloudEvents. */
final class OutgoingMessages {

  private OutgoingMessages() {}

  static CloudEvent event(
      Metadata metadata,
      String type,
      @Nullable String schema,
      @Nullable String json,
      @Nullable GlobalPosition position) {
    Attributes attributes = new Attributes();
    attributes.put("specversion", "1.0");
    attributes.put("id", metadata.id().toString());
    attributes.put("type", type);
    attributes.put("source", metadata.source());
    attributes.put("datacontenttype", json == null ? null : "application/json");
    attributes.put("dataschema", schema);
    attributes.put("subject", metadata.subject());
    attributes.put("time", metadata.time().toString());
    attributes.put("correlationid", metadata.correlationId().toString());
    attributes.put("causationid", text(metadata.causationId()));
    attributes.put("traceparent", metadata.traceparent());
    attributes.put("sequence", position == null ? null : "%020d".formatted(position.value()));

    Flaws flaws = new Flaws(InvalidCloudEventException::unwritable);
    attributes.check(JsonPointer.WHOLE, flaws);
    if (metadata.traceparent() != null) {
      Traceparent.flaw(metadata.traceparent())
          .ifPresent(flaw -> flaws.add(JsonPointer.WHOLE.to("traceparent"), flaw));
    }
    byte[] data = json == null ? null : Encoding.bytes(json, UTF_8).orElse(new byte[0]);
    if (data != null) {
      JsonInput.checkObject(data, JsonPointer.WHOLE.to("data"), flaws);
    }
    flaws.refuseIfAny();
    return attributes.toEvent(data);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
