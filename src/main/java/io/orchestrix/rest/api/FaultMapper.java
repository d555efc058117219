package io.orchestrix.rest.api;

import io.orchestrix.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells nothing outside of a fault but that it is one; the log has all of it. */
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(FaultMapper.class.getPackageName());

  @Context UriInfo uriInfo;

  @Override
  public Response toResponse(Throwable fault) {
    return answer(fault, uriInfo);
  }

  static Response answer(Throwable fault, UriInfo uriInfo) {
    String path = uriInfo.getRequestUri().getRawPath();
    LOG.log(Level.ERROR, "ORX-7011 A request to %s failed.".formatted(path), fault);
    return Problem.of("ORX-7011", 500, "The server could not do this; its log says why.", path)
        .toResponse();
  }
}
