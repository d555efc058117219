package io.orchestrix.message.cloudevents;

import io.orchestrix.message.JsonPointer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one JSON document from UTF-8, stricter than the platform's parser: nothing malformed, no
 * member twice in an object, depth and numbers bounded. It goes token by token, so neither depth
 * nor length costs stack, and numbers stay texts. Whatever is wrong ends it with the refusal of its
 * {@link Flaws}.
 */
final class JsonInput {

  /** Jackson reads payloads of 500 levels; the envelope of a batch adds two. */
  private static final int DEEPEST = 512;

  private static final int LONGEST_NUMBER = 1_000;
  private static final int MOST_EXPONENT_DIGITS = 4;

  private static final JsonParserFactory PARSERS = JsonText.JSON.createParserFactory(Map.of());

  /** An object or array that is being read; the names are those of an object. */
  private static final class Frame {
    private final boolean isArray;
    private final Set<String> names = new HashSet<>();
    private Object step = -1;

    Frame(boolean isArray) {
      this.isArray = isArray;
    }

    void arrive() {
      if (isArray) {
        step = (Integer) step + 1;
      }
    }
  }

  private final JsonPointer document;
  private final Flaws flaws;
  private final JsonParser parser;
  private final Deque<Frame> open = new ArrayDeque<>();

  /**
   * @param document where the flaws are
   */
  JsonInput(byte[] utf8, JsonPointer document, Flaws flaws) {
    this.document = document;
    this.flaws = flaws;
    String text = Encoding.utf8(utf8).orElseThrow(() -> flaws.last(document, "is not UTF-8"));
    this.parser = PARSERS.createParser(new StringReader(text));
  }

  /** The one document that these bytes are, without white space; empty if they are none. */
  static Optional<String> document(byte[] utf8) {
    try {
      return Optional.of(
          new JsonInput(utf8, JsonPointer.WHOLE, new Flaws(InvalidCloudEventException::unwritable))
              .document());
    } catch (InvalidCloudEventException e) {
      return Optional.empty();
    }
  }

  /** Adds to the flaws unless these bytes are one JSON object. */
  static void checkObject(byte[] utf8, JsonPointer place, Flaws flaws) {
    JsonInput in = new JsonInput(utf8, place, flaws);
    Event first = in.next();
    in.value(first);
    in.end();
    if (first != Event.START_OBJECT) {
      flaws.add(place, "is no JSON object");
    }
  }

  /** The whole document, without white space. */
  String document() {
    String json = value(next());
    end();
    return json;
  }

  Event next() {
    Event event = parsed();
    switch (event) {
      case START_OBJECT, START_ARRAY -> {
        arrive();
        open.push(new Frame(event == Event.START_ARRAY));
        if (open.size() > DEEPEST) {
          throw failure("is nested deeper than %d levels".formatted(DEEPEST));
        }
      }
      case END_OBJECT, END_ARRAY -> open.pop();
      case KEY_NAME -> {
        Frame object = open.element();
        object.step = string();
        if (!object.names.add(string())) {
          throw failure("is named twice");
        }
      }
      case VALUE_NUMBER -> {
        arrive();
        checkNumber(string());
      }
      default -> arrive();
    }
    return event;
  }

  /** The name, string or number, as it stands there. */
  String string() {
    return parser.getString();
  }

  /** The value that begins with {@code event}, to its end, without white space. */
  String value(Event event) {
    StringBuilder json = new StringBuilder();
    int within = open.size() - (event == Event.START_OBJECT || event == Event.START_ARRAY ? 1 : 0);
    append(json, event);
    while (open.size() > within) {
      append(json, next());
    }
    return json.toString();
  }

  private void append(StringBuilder json, Event event) {
    boolean ends = event == Event.END_OBJECT || event == Event.END_ARRAY;
    if (!ends && JsonText.needsComma(json)) {
      json.append(',');
    }
    switch (event) {
      case START_OBJECT -> json.append('{');
      case START_ARRAY -> json.append('[');
      case KEY_NAME -> json.append(JsonText.quote(string())).append(':');
      case VALUE_STRING -> json.append(JsonText.quote(string()));
      case VALUE_NUMBER -> json.append(string());
      case VALUE_TRUE -> json.append("true");
      case VALUE_FALSE -> json.append("false");
      case VALUE_NULL -> json.append("null");
      case END_OBJECT -> json.append('}');
      case END_ARRAY -> json.append(']');
    }
  }

  /** Nothing may follow. */
  void end() {
    boolean more;
    try {
      more = parser.hasNext();
    } catch (RuntimeException e) {
      more = true;
    }
    if (more) {
      throw failure("is followed by something else");
    }
  }

  private Event parsed() {
    try {
      return parser.next();
    } catch (RuntimeException e) { // not only JsonException, nor are its messages for people
      throw failure("is no valid JSON");
    }
  }

  private void arrive() {
    if (!open.isEmpty()) {
      open.element().arrive();
    }
  }

  private void checkNumber(String number) {
    String exponent = number.replaceFirst("^[^eE]*([eE][+-]?0*)?", "");
    if (number.length() > LONGEST_NUMBER || exponent.length() > MOST_EXPONENT_DIGITS) {
      throw failure(
          "is a number of more than %d characters or %d digits of an exponent"
              .formatted(LONGEST_NUMBER, MOST_EXPONENT_DIGITS));
    }
  }

  private InvalidCloudEventException failure(String detail) {
    JsonPointer place = document;
    Iterator<Frame> outermostFirst = open.descendingIterator();
    for (int level = 0; outermostFirst.hasNext() && level < 10; level++) {
      Object step = outermostFirst.next().step;
      place = step.equals(-1) ? place : place.to(step);
    }
    return flaws.last(place, detail);
  }
}
