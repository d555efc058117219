package io.orchestrix.rest.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Takes an action without a body, which says nothing of its media type, for one with an empty JSON
 * body; JAX-RS would take it for bytes that nobody reads.
 */
@PreMatching
@ApplicationScoped
public class EmptyBodyFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isSilent = request.getMediaType() == null && request.getLength() <= 0;
    if (isSilent && request.getMethod().equals(HttpMethod.POST)) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }
}
