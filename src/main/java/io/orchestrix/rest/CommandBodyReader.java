package io.orchestrix.rest;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a resource method take a command, a record, as its body. Components that the path names come
 * from the path, so {@code POST /accounts/{accountId}/deposits} with {@code {"amount": 5}} is a
 * whole {@code Deposit}. Members that the command does not have are refused.
 *
 * <pre>{@code
 * @POST
 * @Path("{accountId}/deposits")
 * public AccountView deposit(Deposit command) {
 *   return commands.send(command, AccountView.class);
 * }
 * }</pre>
 */
@Provider
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class CommandBodyReader implements MessageBodyReader<Command> {

  @Context UriInfo uriInfo;
  private int maxBody;

  @Inject
  void limit(Settings settings) {
    maxBody = settings.get(Keys.REST_MAX_BODY);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return Command.class.isAssignableFrom(type) && type.isRecord();
  }

  @Override
  public Command readFrom(
      Class<Command> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    Map<String, String> path = new LinkedHashMap<>();
    uriInfo.getPathParameters().forEach((name, values) -> path.put(name, values.get(0)));
    return MessageBody.read(body, maxBody).to(type, path);
  }
}
