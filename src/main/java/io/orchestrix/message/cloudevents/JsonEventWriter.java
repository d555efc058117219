package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.JsonPointer;

/** Writes one event in the JSON format (JSON format 1.0.2, sections 2 and 3). */
final class JsonEventWriter {

  private JsonEventWriter() {}

  /** The JSON of the event; of no use if it has flaws, which are added. */
  static String write(CloudEvent event, JsonPointer place, Flaws flaws) {
    int before = flaws.count();
    Attributes attributes = Attributes.of(event);
    attributes.check(place, flaws);
    byte[] data = EventData.bytes(event, place, flaws);
    if (flaws.count() > before) {
      return "";
    }
    StringBuilder json = new StringBuilder("{");
    attributes.forEach((name, value) -> append(json, JsonText.quote(name) + ":" + json(value)));
    if (data != null) {
      append(json, JsonData.member(data, attributes.contentType()));
    }
    return json.append('}').toString();
  }

  private static void append(StringBuilder json, String member) {
    if (JsonText.needsComma(json)) {
      json.append(',');
    }
    json.append(member);
  }

  private static String json(Object value) {
    return value instanceof String text ? JsonText.quote(text) : value.toString();
  }
}
