package io.orchestrix.message.jackson;

import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes payloads with Jackson 3. Thread-safe. */
public final class JacksonPayloadCodec implements PayloadCodec {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(Decimals.module())
          .annotationIntrospector(new PrimitivesAreRequired())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public String encode(Object payload) {
    try {
      return mapper.writeValueAsString(payload);
    } catch (JacksonException e) {
      throw PayloadException.unwritable(payload.getClass(), e.getOriginalMessage(), e);
    }
  }

  @Override
  public <T> T decode(String json, Class<T> type) {
    try {
      T payload = mapper.readValue(json, type);
      if (payload == null) {
        throw PayloadException.unreadable(type, "", "it is null", null);
      }
      return payload;
    } catch (DatabindException e) {
      throw PayloadException.unreadable(type, pointer(e.getPath()), "it does not fit", e);
    } catch (JacksonException e) {
      throw PayloadException.unreadable(type, "", "it is no valid JSON", e);
    }
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
