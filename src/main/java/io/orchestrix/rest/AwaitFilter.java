package io.orchestrix.rest;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.Projections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Waits for the projections that a resource reads. */
@Provider
@AwaitsProjections({})
@ApplicationScoped
public class AwaitFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;
  @Inject Projections projections;
  @Inject Settings settings;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(PositionFilter.HEADER);
    if (header == null) {
      return;
    }
    GlobalPosition position = parse(header);
    long end = System.nanoTime() + settings.get(Keys.REST_AWAIT).toNanos();
    for (String projection : awaited().value()) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!projections.await(projection, position, left)) {
        throw PositionException.notInTime(projection, position);
      }
    }
  }

  private static GlobalPosition parse(String header) {
    try {
      return new GlobalPosition(Long.parseLong(header.strip()));
    } catch (IllegalArgumentException e) {
      throw PositionException.malformed(e);
    }
  }

  private AwaitsProjections awaited() {
    AwaitsProjections ofMethod =
        resource.getResourceMethod().getAnnotation(AwaitsProjections.class);
    return ofMethod == null
        ? resource.getResourceClass().getAnnotation(AwaitsProjections.class)
        : ofMethod;
  }
}
