package io.orchestrix.message.jackson;

import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.Sensitive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes payloads with Jackson 3. Thread-safe. */
public final class JacksonPayloadCodec implements PayloadCodec {

  private final JsonMapper mapper;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  /** A codec that reads members which it does not know without complaint. */
  public JacksonPayloadCodec() {
    this(ExactJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
  }

  private JacksonPayloadCodec(JsonMapper.Builder mapper) {
    this.mapper = mapper.build();
  }

  /**
   * A codec for what comes from outside: it refuses members which it does not know, and makes
   * nothing else of a value, as an integer of a decimal by cutting it off, or an enum constant or
   * an instant of a number.
   */
  public static PayloadCodec strict() {
    return new JacksonPayloadCodec(
        ExactJson.mapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS));
  }

  /** A codec that writes for people what is not {@link Sensitive}. */
  public static PayloadCodec masking() {
    return new JacksonPayloadCodec(Masking.in(ExactJson.mapper()));
  }

  @Override
  public String encode(Object payload) {
    try {
      String json = mapper.writeValueAsString(payload);
      if (holdsHalfCharacter(json)) {
        throw PayloadException.unwritable(
            payload.getClass(), "a text holds half of a surrogate pair", null);
      }
      return json;
    } catch (JacksonException e) {
      throw PayloadException.unwritable(payload.getClass(), e.getOriginalMessage(), e);
    }
  }

  @Override
  public <T> T decode(String json, Class<T> type) {
    try {
      T payload = readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
      if (payload == null) {
        throw PayloadException.unreadable(type, "", "it is null", null);
      }
      return payload;
    } catch (DatabindException e) {
      throw PayloadException.unreadable(type, pointer(e.getPath()), reason(e), e);
    } catch (InputCoercionException e) {
      throw PayloadException.unreadable(
          type, pointer(e.getPath()), "does not fit, a number is out of range", e);
    } catch (JacksonException e) {
      throw PayloadException.unreadable(type, "", "it is no valid JSON", e);
    }
  }

  /** No database keeps it: two different ones would become the same. */
  private static boolean holdsHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static String reason(DatabindException failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not known";
    }
    boolean typed = failure instanceof MismatchedInputException;
    Class<?> expected = typed ? ((MismatchedInputException) failure).getTargetType() : null;
    return expected == null
        ? "does not fit"
        : "does not fit, a " + expected.getSimpleName() + " does";
  }

  private static String pointer(List<JacksonException.Reference> path) {
    JsonPointer pointer = JsonPointer.WHOLE;
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      pointer = name == null ? pointer.to(step.getIndex()) : pointer.to(name);
    }
    return pointer.text();
  }
}
