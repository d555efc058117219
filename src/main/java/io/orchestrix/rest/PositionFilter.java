package io.orchestrix.rest;

import io.orchestrix.eventstore.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what a request has stored by the header {@code Orchestrix-Position}, so that who has sent
 * it can wait for a read model. Only what the thread of the request stores is seen.
 */
@Provider
@ApplicationScoped
public class PositionFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** The name of the header. */
  public static final String HEADER = "Orchestrix-Position";

  @Inject Positions positions;

  @Override
  public void filter(ContainerRequestContext request) {
    positions.begin();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    positions
        .end()
        .ifPresent(position -> response.getHeaders().putSingle(HEADER, position.toString()));
  }
}
