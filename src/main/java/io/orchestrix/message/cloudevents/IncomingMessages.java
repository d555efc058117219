package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.StoredPayload;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** CloudEvents of whoever sent them as messages. */
final class IncomingMessages {

  /** How many characters of an attribute the tables hold. */
  private static final Map<String, Integer> LONGEST =
      Map.of("type", 255, "source", 255, "subject", 301);

  private final Clock clock;

  IncomingMessages(Clock clock) {
    this.clock = clock;
  }

  ReceivedMessage receive(CloudEvent event) {
    Flaws invalid = new Flaws(InvalidCloudEventException::unreadable);
    Attributes attributes = Attributes.of(event);
    attributes.check(JsonPointer.WHOLE, invalid);
    byte[] data = EventData.bytes(event, JsonPointer.WHOLE, invalid);
    invalid.refuseIfAny();

    Flaws flaws = new Flaws(InvalidCloudEventException::noMessage);
    checkLengths(attributes, flaws);
    checkContext(attributes, flaws);
    OptionalInt revision = revision(attributes);
    if (revision.isEmpty()) {
      flaws.add(at("dataschema"), "contradicts type, or names no revision");
    }
    String json = json(attributes, data, flaws);
    flaws.refuseIfAny();
    return new ReceivedMessage(
        metadata(attributes), new StoredPayload(event.getType(), revision.orElse(1), json));
  }

  private static void checkLengths(Attributes attributes, Flaws flaws) {
    LONGEST.forEach(
        (name, longest) -> {
          String value = attributes.text(name);
          if (value != null && value.length() > longest) {
            flaws.add(at(name), "is longer than the %d characters of the store".formatted(longest));
          }
        });
  }

  private static void checkContext(Attributes attributes, Flaws flaws) {
    for (String name : new String[] {"correlationid", "causationid"}) {
      if ("".equals(attributes.text(name))) {
        flaws.add(at(name), "is empty");
      }
    }
    String traceparent = attributes.text("traceparent");
    if (traceparent != null) {
      Traceparent.flaw(traceparent).ifPresent(flaw -> flaws.add(at("traceparent"), flaw));
    }
  }

  private static String json(Attributes attributes, byte @Nullable [] data, Flaws flaws) {
    boolean isJson =
        attributes.contentType().map(type -> type.isJson() && type.isUtf8()).orElse(true);
    if (!isJson) {
      flaws.add(at("datacontenttype"), "is not JSON in UTF-8");
    } else if (data == null) {
      flaws.add(at("data"), "is missing");
    } else {
      JsonInput.checkObject(data, at("data"), flaws);
      return Encoding.utf8(data).orElse("");
    }
    return "";
  }

  private static OptionalInt revision(Attributes attributes) {
    String schema = attributes.text("dataschema");
    String type = attributes.text("type");
    return schema == null || type == null ? OptionalInt.of(1) : SchemaUrn.revision(schema, type);
  }

  private Metadata metadata(Attributes attributes) {
    String source = attributes.required("source");
    UUID id = ForeignIds.of(source, attributes.required("id"));
    String time = attributes.text("time");
    String correlation = attributes.text("correlationid");
    String causation = attributes.text("causationid");
    return new Metadata(
        id,
        attributes.required("type"),
        source,
        attributes.text("subject"),
        time == null ? clock.instant() : instant(time),
        correlation == null ? id : ForeignIds.ofConversation(correlation),
        causation == null ? null : ForeignIds.of(source, causation),
        attributes.text("traceparent"));
  }

  private static Instant instant(String time) {
    return Timestamps.parse(time).orElseThrow().toInstant();
  }

  private static JsonPointer at(String name) {
    return JsonPointer.WHOLE.to(name);
  }
}
