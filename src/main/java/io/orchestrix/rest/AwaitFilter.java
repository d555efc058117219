package io.orchestrix.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Waits for the projections that a resource reads. */
@Provider
@AwaitsProjections({})
@ApplicationScoped
public class AwaitFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;
  @Inject PositionWait position;

  @Override
  public void filter(ContainerRequestContext request) {
    position.await(request.getHeaderString(PositionFilter.HEADER), List.of(awaited().value()));
  }

  private AwaitsProjections awaited() {
    AwaitsProjections ofMethod =
        resource.getResourceMethod().getAnnotation(AwaitsProjections.class);
    return ofMethod == null
        ? resource.getResourceClass().getAnnotation(AwaitsProjections.class)
        : ofMethod;
  }
}
