package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.rest.MessageBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads bodies as the records of the API; an empty one as one without members. */
@ApplicationScoped
public class BodyReader implements MessageBodyReader<Record> {

  private static final byte[] WITHOUT_MEMBERS = {'{', '}'};

  private int longest;

  @Inject
  void limit(Settings settings) {
    longest = settings.get(Keys.REST_MAX_BODY);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord() && type.getPackage() == BodyReader.class.getPackage();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    return read(type, body);
  }

  /**
   * @throws OrchestrixException if it is too long, or does not fit
   */
  <T> T read(Class<T> type, InputStream body) {
    byte[] bytes = MessageBody.bytes(body, longest);
    boolean isBlank = new String(bytes, StandardCharsets.UTF_8).isBlank();
    return MessageBody.of(isBlank ? WITHOUT_MEMBERS : bytes).to(type, Map.of());
  }
}
