package io.orchestrix.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Notes the header {@code Idempotency-Key} for the commands that the request leads to. */
@Provider
@ApplicationScoped
public class IdempotencyKeyFilter implements ContainerRequestFilter {

  private static final String HEADER = "Idempotency-Key";

  @Inject HeaderKeys keys;

  @Override
  public void filter(ContainerRequestContext request) {
    keys.begin(request.getHeaderString(HEADER));
  }
}
