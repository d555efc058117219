package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Answers with problem+json when Orchestrix refuses or fails; leaves all other exceptions alone.
 */
@Provider
@ApplicationScoped
public class OrchestrixExceptionMapper implements ExceptionMapper<OrchestrixException> {

  private static final Logger LOG = System.getLogger(OrchestrixExceptionMapper.class.getName());

  @Context UriInfo uriInfo;

  @Override
  public Response toResponse(OrchestrixException failure) {
    switch (failure.kind()) {
      case FAULT -> LOG.log(Level.ERROR, failure.getMessage(), failure);
      case UNAVAILABLE, UNKNOWN ->
          LOG.log(Level.WARNING, () -> failure.getMessage() + " It was: " + root(failure));
      default -> LOG.log(Level.DEBUG, failure.getMessage());
    }
    return Problem.of(failure, uriInfo.getRequestUri().getRawPath()).toResponse();
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
