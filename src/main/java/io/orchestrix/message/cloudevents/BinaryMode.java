package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.JsonPointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event in HTTP headers, its data as the body (HTTP binding 1.0.2, section 3.1). */
final class BinaryMode {

  private static final String PREFIX = "ce-";
  private static final String CONTENT_TYPE = "Content-Type";

  private BinaryMode() {}

  static CloudEvent read(Headers headers, byte[] body) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unreadable);
    Attributes attributes = new Attributes();
    headers.forEach(
        (header, values) -> {
          if (header.startsWith(PREFIX)) {
            readAttribute(header.substring(PREFIX.length()), values, attributes, flaws);
          }
        });
    if (attributes.has("datacontenttype")) {
      flaws.add(at("datacontenttype"), "stands in a header beside Content-Type");
    }
    attributes.put("datacontenttype", headers.contentType());
    attributes.check(JsonPointer.WHOLE, flaws);
    flaws.refuseIfAny();
    return attributes.toEvent(body.length == 0 ? null : body);
  }

  private static void readAttribute(
      String name, List<String> values, Attributes attributes, Flaws flaws) {
    if (values.size() != 1) {
      flaws.add(at(name), "has more than one header");
    }
    try {
      attributes.put(name, HeaderValue.decode(values.get(0)));
    } catch (IllegalArgumentException e) {
      flaws.add(at(name), String.valueOf(e.getMessage()));
      attributes.putFlawed(name);
    }
  }

  static CloudEventHttpMessage write(CloudEvent event) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unwritable);
    Attributes attributes = Attributes.of(event);
    attributes.check(JsonPointer.WHOLE, flaws);
    byte[] data = EventData.bytes(event, JsonPointer.WHOLE, flaws);
    flaws.refuseIfAny();
    Map<String, String> headers = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (name.equals("datacontenttype")) {
            headers.put(CONTENT_TYPE, value.toString());
          } else {
            headers.put(PREFIX + name, HeaderValue.encode(value.toString()));
          }
        });
    return new CloudEventHttpMessage(headers, data == null ? new byte[0] : data);
  }

  private static JsonPointer at(String name) {
    return JsonPointer.WHOLE.to(name);
  }
}
