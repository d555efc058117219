package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orchestrix.message.JsonPointer;
import jakarta.json.stream.JsonParser.Event;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data of an event in the JSON format (JSON format 1.0.2, section 3.1). */
final class JsonData {

  private static final String DATA = "data";
  private static final String BASE64 = "data_base64";

  private @Nullable String json;

  /** What {@link #json} says, if it is a string. */
  private @Nullable String text;

  private @Nullable String base64;

  void read(Event value, JsonInput in) {
    text = value == Event.VALUE_STRING ? in.string() : null;
    json = in.value(value);
  }

  void readBase64(Event value, JsonInput in, JsonPointer event, Flaws flaws) {
    if (value == Event.VALUE_STRING) {
      base64 = in.string();
    } else if (value != Event.VALUE_NULL) {
      in.value(value);
      flaws.add(event.to(BASE64), "is no string");
    }
  }

  /** Says what is meant, so that it is kept when the event goes on in another mode. */
  void implyContentType(Attributes attributes) {
    if (json != null && !attributes.has("datacontenttype")) {
      attributes.put("datacontenttype", "application/json");
    }
  }

  /** The bytes, {@code null} if there are none or they have a flaw, which is added. */
  byte @Nullable [] bytes(Optional<MediaType> type, JsonPointer event, Flaws flaws) {
    if (base64 != null) {
      return bytesOfBase64(base64, event, flaws);
    }
    if (json == null || type.isEmpty()) {
      return null;
    }
    if (type.get().isJson()) {
      return json.getBytes(UTF_8);
    }
    String string = text;
    if (string == null) {
      flaws.add(event.to(DATA), "is no string, though datacontenttype is not JSON");
      return null;
    }
    Optional<byte[]> bytes = type.get().encoding().flatMap(c -> Encoding.bytes(string, c));
    if (bytes.isEmpty()) {
      flaws.add(event.to(DATA), "cannot be encoded as datacontenttype says");
    }
    return bytes.orElse(null);
  }

  private byte @Nullable [] bytesOfBase64(String encoded, JsonPointer event, Flaws flaws) {
    Optional<byte[]> bytes = Encoding.base64(encoded);
    if (bytes.isEmpty()) {
      flaws.add(event.to(BASE64), "is no padded Base64 of RFC 4648, section 4");
    }
    if (json != null) {
      flaws.add(event.to(BASE64), "stands beside data");
    }
    return bytes.orElse(null);
  }

  /**
   * The member that holds these bytes: {@code data} if they are the JSON or the text that their
   * type declares, otherwise {@code data_base64}, so that every byte is kept.
   */
  static String member(byte[] bytes, Optional<MediaType> type) {
    boolean isJson = type.isEmpty() || type.get().isJson();
    Optional<String> value =
        isJson
            ? JsonInput.document(bytes)
            : type.filter(MediaType::isText)
                .flatMap(MediaType::encoding)
                .flatMap(charset -> Encoding.exactText(bytes, charset))
                .map(JsonText::quote);
    return value
        .map(json -> member(DATA, json))
        .orElseGet(() -> member(BASE64, JsonText.quote(Base64.getEncoder().encodeToString(bytes))));
  }

  private static String member(String name, String json) {
    return JsonText.quote(name) + ":" + json;
  }
}
