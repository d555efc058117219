package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.JsonPointer;
import jakarta.json.stream.JsonParser.Event;
import java.util.Optional;

/** Reads one event in the JSON format (JSON format 1.0.2, sections 2 and 3). */
final class JsonEventReader {

  private final JsonInput in;
  private final JsonPointer place;
  private final Flaws flaws;
  private final Attributes attributes = new Attributes();
  private final JsonData data = new JsonData();

  private JsonEventReader(JsonInput in, JsonPointer place, Flaws flaws) {
    this.in = in;
    this.place = place;
    this.flaws = flaws;
  }

  /**
   * Reads the event that begins with {@code first}.
   *
   * @return empty if it has flaws, which are added
   */
  static Optional<CloudEvent> read(JsonInput in, Event first, JsonPointer place, Flaws flaws) {
    if (first != Event.START_OBJECT) {
      in.value(first);
      flaws.add(place, "is no JSON object");
      return Optional.empty();
    }
    return new JsonEventReader(in, place, flaws).read();
  }

  private Optional<CloudEvent> read() {
    int before = flaws.count();
    while (in.next() == Event.KEY_NAME) {
      readMember(in.string(), in.next());
    }
    data.implyContentType(attributes);
    attributes.check(place, flaws);
    byte[] bytes = data.bytes(attributes.contentType(), place, flaws);
    return flaws.count() == before ? Optional.of(attributes.toEvent(bytes)) : Optional.empty();
  }

  private void readMember(String name, Event value) {
    switch (name) {
      case "data" -> data.read(value, in);
      case "data_base64" -> data.readBase64(value, in, place, flaws);
      default -> readAttribute(name, value);
    }
  }

  private void readAttribute(String name, Event value) {
    switch (value) {
      case VALUE_STRING -> attributes.put(name, in.string());
      case VALUE_NUMBER -> attributes.put(name, AttributeValue.integer(in.string()));
      case VALUE_TRUE -> attributes.put(name, true);
      case VALUE_FALSE -> attributes.put(name, false);
      case VALUE_NULL -> // absent, but nothing else may be called so
          AttributeName.flaw(name).ifPresent(flaw -> flaws.add(place.to(name), flaw));
      default -> {
        in.value(value);
        attributes.put(name, Attributes.UNFIT);
      }
    }
  }
}
