package io.orchestrix.message;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of one stored event through its upcasters. Used by one thread. */
final class Upcasting {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final EventRevision stored;
  private final Upcasters upcasters;
  private final PayloadCodec codec;
  private final List<Event> events = new ArrayList<>();

  private Upcasting(EventRevision stored, Upcasters upcasters, PayloadCodec codec) {
    this.stored = stored;
    this.upcasters = upcasters;
    this.codec = codec;
  }

  /**
   * Takes an event, beginning with {@code first}, until all that has become of it is known.
   *
   * @throws UpcastException if that fails
   */
  static List<Event> run(
      StoredPayload payload, Upcaster first, Upcasters upcasters, PayloadCodec codec) {
    EventRevision stored = new EventRevision(payload.type(), payload.revision());
    Upcasting way = new Upcasting(stored, upcasters, codec);
    way.step(first, way.parse(payload.json(), first), 1);
    return List.copyOf(way.events);
  }

  private void step(Upcaster upcaster, JsonObject json, int steps) {
    if (steps > upcasters.bySource().size()) {
      throw failure(upcaster, "came round in a circle, which never ends", null);
    }
    for (EventJson result : upcast(upcaster, json)) {
      EventRevision target =
          upcasters.canonical(new EventRevision(result.type(), result.revision()));
      if (UpcasterRules.isBack(upcasters.canonical(upcaster.source()), target)) {
        throw failure(upcaster, "gave " + target + ", which is no higher revision", null);
      }
      KnownEvent known = upcasters.types().find(target.type());
      Upcaster next = upcasters.find(target);
      if (known != null && known.current().equals(target)) {
        events.add(decode(upcaster, result, known));
      } else if (next != null) {
        step(next, result.json(), steps + 1);
      } else {
        throw failure(
            upcaster,
            "gave %s, which is no known event in its current revision, and no upcaster takes it further"
                .formatted(target),
            null);
      }
    }
  }

  private List<EventJson> upcast(Upcaster upcaster, JsonObject json) {
    try {
      return List.copyOf(upcaster.upcast(json)); // refuses null
    } catch (RuntimeException e) {
      throw failure(upcaster, "threw a " + e.getClass().getName(), e);
    }
  }

  private Event decode(Upcaster upcaster, EventJson result, KnownEvent known) {
    try {
      return codec.decode(result.json().toString(), known.type());
    } catch (PayloadException e) {
      throw failure(
          upcaster,
          "gave %s with '%s' that %s".formatted(known.current(), e.pointer(), e.reason()),
          e);
    }
  }

  private JsonObject parse(String json, Upcaster first) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (RuntimeException e) { // not only JsonException: too deep nesting is a bare one
      throw failure(first, "takes a JSON object, and what is stored is none", e);
    }
  }

  private UpcastException failure(Upcaster upcaster, String reason, @Nullable Throwable cause) {
    return new UpcastException(stored, upcaster, reason, cause);
  }
}
