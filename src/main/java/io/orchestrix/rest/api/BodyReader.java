package io.orchestrix.rest.api;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bodies as the records of the API; an empty one as one without members. */
@ApplicationScoped
public class BodyReader implements MessageBodyReader<Record> {

  private static final PayloadCodec JSON = JacksonPayloadCodec.strict();

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
   * @throws BodyException if it is too long, or does not fit
   */
  <T> T read(Class<T> type, InputStream body) {
    String json = text(body);
    try {
      return JSON.decode(json.isBlank() ? "{}" : json, type);
    } catch (PayloadException e) {
      throw BodyException.unfit("", e);
    }
  }

  private String text(InputStream body) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(longest + 1);
    } catch (IOException e) {
      throw BodyException.unread(e);
    }
    if (bytes.length > longest) {
      throw BodyException.tooLong(longest);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw BodyException.unread(e);
    }
  }
}
