package io.orchestrix.rest.api;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Year;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads a query from the parameters of a request, each of which is a component of it. */
final class QueryParameters {

  private static final PayloadCodec JSON = JacksonPayloadCodec.strict();
  private static final Set<Class<?>> INTEGERS =
      Set.of(Integer.class, Long.class, Short.class, Byte.class, BigInteger.class);
  private static final Set<Class<?>> DECIMALS = Set.of(BigDecimal.class, Double.class, Float.class);
  private static final List<Class<?>> TEXTS =
      List.of(
          CharSequence.class,
          Enum.class,
          UUID.class,
          URI.class,
          TemporalAccessor.class,
          TemporalAmount.class);

  private QueryParameters() {}

  /**
   * Makes the query.
   *
   * @throws ParameterException if a parameter is unknown, repeated, or does not fit
   */
  static <Q> Q read(Class<Q> type, Map<String, List<String>> parameters) {
    Map<String, Type> components = components(type);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          Type component = components.get(name);
          if (component == null) {
            throw ParameterException.unknown(name, new ArrayList<>(components.keySet()));
          }
          if (values.size() != 1) {
            throw ParameterException.of(name, "one value");
          }
          members.put(name, json(name, component, values.get(0)));
        });
    try {
      return JSON.decode(Json.createObjectBuilder(members).build().toString(), type);
    } catch (PayloadException e) {
      String name = e.pointer().replaceFirst("^/", "");
      throw ParameterException.unfit(name.isEmpty() ? "(one of all)" : name, e.reason());
    }
  }

  private static Map<String, Type> components(Class<?> type) {
    Map<String, Type> components = new LinkedHashMap<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        components.put(component.getName(), component.getGenericType());
      }
    }
    return components;
  }

  private static JsonValue json(String name, Type type, String text) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return json(name, generic.getActualTypeArguments()[0], text);
    }
    if (type instanceof Class<?> found) {
      Class<?> boxed = MethodType.methodType(found).wrap().returnType();
      if (INTEGERS.contains(boxed)) {
        return number(name, text, "-?(0|[1-9][0-9]{0,99})", "an integer, such as 42");
      }
      if (DECIMALS.contains(boxed)) {
        return number(
            name, text, "-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?", "a number, such as 10.25");
      }
      if (boxed == Boolean.class) {
        return truth(name, text);
      }
      if (TemporalAccessor.class.isAssignableFrom(boxed)
          && boxed != Year.class
          && text.matches("[-+.0-9]*")) { // which would be seconds since 1970
        throw ParameterException.of(name, "a date or time, such as 2026-01-31T12:00:00Z");
      }
      if (boxed == Character.class
          || TEXTS.stream().anyMatch(some -> some.isAssignableFrom(boxed))) {
        return Json.createValue(text);
      }
    }
    throw ParameterException.of(name, "what fits no parameter; send the query as JSON, by POST");
  }

  private static JsonValue number(String name, String text, String pattern, String takes) {
    if (!text.matches(pattern)) {
      throw ParameterException.of(name, takes);
    }
    return Json.createValue(new BigDecimal(text));
  }

  private static JsonValue truth(String name, String text) {
    return switch (text) {
      case "true" -> JsonValue.TRUE;
      case "false" -> JsonValue.FALSE;
      default -> throw ParameterException.of(name, "true or false");
    };
  }
}
