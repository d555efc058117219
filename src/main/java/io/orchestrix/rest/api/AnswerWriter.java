package io.orchestrix.rest.api;

import io.orchestrix.config.Keys;
import io.orchestrix.config.PayloadVisibility;
import io.orchestrix.config.Settings;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes answers, and masks in them what is sensitive, unless everything may be seen. */
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnswerWriter implements MessageBodyWriter<Record> {

  private PayloadCodec codec = JacksonPayloadCodec.masking();

  @Inject
  void show(Settings settings) {
    if (settings.get(Keys.PAYLOAD_VISIBILITY) == PayloadVisibility.FULL) {
      codec = new JacksonPayloadCodec();
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return Record.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(json(answer).getBytes(StandardCharsets.UTF_8));
  }

  /** What a handler has answered, of whatever type: nothing, and an empty Optional, is 204. */
  Response.ResponseBuilder answer(@Nullable Object given) {
    Object answer = given instanceof Optional<?> maybe ? maybe.orElse(null) : given;
    return answer == null
        ? Response.noContent()
        : Response.ok(json(answer).getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON);
  }

  /** An answer as it is written. */
  String json(Object answer) {
    return codec.encode(answer);
  }
}
