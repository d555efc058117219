package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.orchestrix.message.JsonPointer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The context attributes of one event: texts in their canonical form, booleans and integers. The
 * one place that knows their rules, whatever mode or direction.
 */
final class Attributes {

  /** Stands for a value of a type that no attribute has. */
  static final Object UNFIT = new Object();

  /** Stands for a value whose flaw is told already. */
  private static final Object FLAWED = new Object();

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Those of an event, as whoever built it has left them. */
  static Attributes of(CloudEvent event) {
    Attributes attributes = new Attributes();
    attributes.put("specversion", event.getSpecVersion());
    attributes.put("id", event.getId());
    attributes.put("type", event.getType());
    attributes.put("source", event.getSource());
    attributes.put("datacontenttype", event.getDataContentType());
    attributes.put("dataschema", event.getDataSchema());
    attributes.put("subject", event.getSubject());
    attributes.put("time", event.getTime());
    new TreeSet<>(event.getExtensionNames())
        .forEach(name -> attributes.put(name, event.getExtension(name)));
    return attributes;
  }

  /** Adds one, unless it is {@code null}, which means that it is absent. */
  void put(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, AttributeValue.canonical(value));
    }
  }

  /** Adds one whose flaw is told already. */
  void putFlawed(String name) {
    values.put(name, FLAWED);
  }

  /** Its canonical text; {@code null} if it is absent. */
  @Nullable String text(String name) {
    Object value = values.get(name);
    return value == null ? null : value.toString();
  }

  /** The canonical text of one that is there. */
  String required(String name) {
    return Objects.requireNonNull(text(name), name);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** What kind of data there is; empty if that is not said, or not in a way to understand. */
  Optional<MediaType> contentType() {
    return values.get("datacontenttype") instanceof String value
        ? MediaType.parse(value)
        : Optional.empty();
  }

  void forEach(BiConsumer<String, Object> visitor) {
    values.forEach(visitor);
  }

  /** Tells of every rule that is broken. */
  void check(JsonPointer event, Flaws flaws) {
    Map<String, Object> extensions = new LinkedHashMap<>(values);
    extensions.values().removeIf(value -> value == FLAWED);
    for (ContextAttribute attribute : ContextAttribute.ALL) {
      String name = attribute.attributeName();
      Object value = extensions.remove(name);
      if (value instanceof String text) {
        attribute.flaw(text).ifPresent(flaw -> flaws.add(event.to(name), flaw));
      } else if (value != null) {
        flaws.add(event.to(name), "is no string");
      } else if (attribute.isRequired() && !has(name)) {
        flaws.add(event.to(name), "is missing");
      }
    }
    extensions.forEach(
        (name, value) ->
            AttributeName.flaw(name)
                .or(() -> AttributeValue.flaw(value))
                .ifPresent(flaw -> flaws.add(event.to(name), flaw)));
  }

  /** The event, if {@link #check} has found nothing. */
  CloudEvent toEvent(byte @Nullable [] data) {
    CloudEventBuilder event = CloudEventBuilder.v1();
    values.forEach((name, value) -> set(event, name, value));
    return data == null ? event.build() : event.withData(data).build();
  }

  private static void set(CloudEventBuilder event, String name, Object value) {
    String text = value.toString();
    switch (name) {
      case "specversion" -> {} // the builder's own
      case "id" -> event.withId(text);
      case "type" -> event.withType(text);
      case "source" -> event.withSource(URI.create(text));
      case "datacontenttype" -> event.withDataContentType(text);
      case "dataschema" -> event.withDataSchema(URI.create(text));
      case "subject" -> event.withSubject(text);
      case "time" -> event.withTime(Timestamps.parse(text).orElseThrow());
      default -> AttributeValue.setExtension(event, name, value);
    }
  }
}
