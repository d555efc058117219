package io.orchestrix.rest;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
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
import java.util.Optional;
import java.util.stream.Stream;

/** Waits for the projections that a resource reads. */
@Provider
@AwaitsProjections({})
@ApplicationScoped
public class AwaitFilter implements ContainerRequestFilter {

  /** Within this time a projection is there, as a rule; to look for more before costs a query. */
  private static final Duration USUALLY = Duration.ofMillis(100);

  @Context ResourceInfo resource;
  @Inject Projections projections;
  @Inject EventStore store;
  @Inject Settings settings;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(PositionFilter.HEADER);
    if (header == null) {
      return;
    }
    GlobalPosition position = parse(header);
    long begin = System.nanoTime();
    if (behind(position, begin + USUALLY.toNanos()).isPresent()) {
      checkGiven(position);
      behind(position, begin + settings.get(Keys.REST_AWAIT).toNanos())
          .ifPresent(
              projection -> {
                throw PositionException.notInTime(projection, position);
              });
    }
  }

  /** The first projection that is not there in time. */
  private Optional<String> behind(GlobalPosition position, long end) {
    return Stream.of(awaited().value())
        .filter(
            projection -> {
              Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
              return !projections.await(projection, position, left);
            })
        .findFirst();
  }

  /** One that no event has had yet would be waited for in vain. */
  private void checkGiven(GlobalPosition position) {
    if (position.compareTo(store.watermark().head()) > 0) {
      throw PositionException.notGiven(position);
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
