package io.orchestrix.rest;

import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.Violation;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a request as a message: its JSON, completed by the parameters of the path. Immutable.
 */
public final class MessageBody {

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private final JsonObject json;

  private MessageBody(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a body.
   *
   * @param longest how many bytes are read at most
   * @throws InvalidBodyException if it is no JSON object, names a member twice or is too long
   */
  public static MessageBody read(InputStream body, int longest) {
    return of(bytes(body, longest));
  }

  /**
   * Reads a body of which all bytes have come.
   *
   * @throws InvalidBodyException if it is no JSON object, or names a member twice
   */
  public static MessageBody of(byte[] bytes) {
    try (JsonParser rest = Json.createParser(new ByteArrayInputStream(bytes));
        JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes))) {
      JsonObject object = reader.readObject();
      rest.next();
      rest.skipObject();
      if (rest.hasNext()) {
        throw new JsonException("something follows the object");
      }
      return new MessageBody(object);
    } catch (RuntimeException e) { // not only JsonException: too deep nesting is a bare one
      throw new InvalidBodyException(
          "The body is not a JSON object: %s. Send one, in UTF-8."
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          List.of(),
          e);
    }
  }

  /**
   * The bytes of a body.
   *
   * @param longest how many are read at most
   * @throws InvalidBodyException if there are more, or they do not come
   */
  public static byte[] bytes(InputStream body, int longest) {
    try {
      byte[] bytes = body.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw new InvalidBodyException(
            "The body is longer than %d bytes. Send less, or raise orchestrix.rest.max-body."
                .formatted(longest),
            List.of(),
            null);
      }
      return bytes;
    } catch (IOException e) {
      throw new InvalidBodyException("The body could not be read to its end.", List.of(), e);
    }
  }

  /**
   * Makes the message. A component that the path names comes from there.
   *
   * @param path the parameters of the path, by name
   * @throws InvalidBodyException if members are unknown, contradict the path or do not fit
   */
  public <M> M to(Class<M> type, Map<String, String> path) {
    Set<String> known = components(type);
    List<Violation> errors = new ArrayList<>();
    json.keySet().stream()
        .filter(name -> type.isRecord() && !known.contains(name))
        .map(name -> new Violation(pointer(name), "is not known; known are " + known))
        .forEach(errors::add);
    JsonObjectBuilder complete = Json.createObjectBuilder(json);
    path.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            complete.add(name, value);
            if (json.containsKey(name) && !text(json.get(name)).equals(value)) {
              errors.add(new Violation(pointer(name), "is not what the path says"));
            }
          }
        });
    refuseIfAny(errors);
    return decode(type, complete.build().toString());
  }

  private static <M> M decode(Class<M> type, String json) {
    try {
      return RestJson.CODEC.decode(json, type);
    } catch (PayloadException e) {
      throw new InvalidBodyException(
          "The body does not fit %s.".formatted(type.getSimpleName()),
          List.of(new Violation(e.pointer(), e.reason())),
          e);
    }
  }

  private static void refuseIfAny(List<Violation> errors) {
    if (!errors.isEmpty()) {
      Collections.sort(errors);
      throw new InvalidBodyException(
          errors.stream()
              .map(error -> error.pointer() + " " + error.detail())
              .collect(Collectors.joining("; ", "The body does not fit: ", ".")),
          errors,
          null);
    }
  }

  private static String pointer(String member) {
    return JsonPointer.WHOLE.to(member).text();
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static Set<String> components(Class<?> type) {
    return (type.isRecord() ? Stream.of(type.getRecordComponents()) : Stream.<RecordComponent>of())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
