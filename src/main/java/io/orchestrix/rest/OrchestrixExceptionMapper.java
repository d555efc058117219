package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers with problem+json when Orchestrix refuses or fails; leaves all other exceptions alone.
 */
@Provider
@ApplicationScoped
public class OrchestrixExceptionMapper implements ExceptionMapper<OrchestrixException> {

  @Context UriInfo uriInfo;

  @Override
  public Response toResponse(OrchestrixException failure) {
    FailureLog.write(failure);
    return Problem.of(failure, uriInfo.getRequestUri().getRawPath()).toResponse();
  }
}
