package io.orchestrix.aggregate.jackson;

import io.orchestrix.aggregate.Decided;
import java.lang.reflect.Field;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the states that deciders have made, each as the type that its decider declares. One that
 * is no JSON object, such as an enum, stands in a member {@code @state} of one. Thread-safe.
 */
final class DecidedStates {

  private static final String WRAPPER = "@state";
  private static final Field STATE = stateField();

  private final JsonMapper mapper;

  DecidedStates(JsonMapper mapper) {
    this.mapper = mapper;
  }

  String encode(Decided<?, ?, ?> decided) {
    String json = mapper.writerFor(type(decided)).writeValueAsString(decided.state());
    return json.startsWith("{") ? json : "{\"%s\":%s}".formatted(WRAPPER, json);
  }

  void decode(String json, Decided<?, ?, ?> decided) {
    boolean isWrapped = isWrapped(json);
    Object state;
    try (JsonParser parser = mapper.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("A state is a JSON object.");
      }
      if (isWrapped) {
        parser.nextToken();
        parser.nextToken();
      }
      state = mapper.readerFor(type(decided)).readValue(parser);
      if ((isWrapped && parser.nextToken() != JsonToken.END_OBJECT) || parser.nextToken() != null) {
        throw new IllegalArgumentException("The JSON goes on behind the state.");
      }
    }
    if (state == null) {
      throw new IllegalArgumentException("A state is never null.");
    }
    set(decided, state);
  }

  private boolean isWrapped(String json) {
    try (JsonParser parser = mapper.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.PROPERTY_NAME
          && parser.currentName().equals(WRAPPER);
    }
  }

  private JavaType type(Decided<?, ?, ?> decided) {
    return mapper.getTypeFactory().constructType(decided.stateType());
  }

  private static Field stateField() {
    try {
      Field field = Decided.class.getDeclaredField("state");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Decided<?, ?, ?> decided, Object state) {
    try {
      STATE.set(decided, state);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
