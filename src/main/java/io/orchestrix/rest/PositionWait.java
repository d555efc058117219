package io.orchestrix.rest;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.Projections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a request wait for what it wants to see. Thread-safe. */
@ApplicationScoped
public class PositionWait {

  /** Within this time a projection is there, as a rule; to look for more before costs a query. */
  private static final Duration USUALLY = Duration.ofMillis(100);

  @Inject Projections projections;
  @Inject EventStore store;
  @Inject Settings settings;

  /**
   * Waits until projections have handled a position, {@code orchestrix.rest.await} at most.
   *
   * @param header what {@code Orchestrix-Position} says; {@code null} to wait for nothing
   * @throws PositionException if it is no position that there is, or is not reached in time
   */
  public void await(@Nullable String header, Collection<String> names) {
    if (header == null) {
      return;
    }
    GlobalPosition position = parse(header);
    long begin = System.nanoTime();
    if (behind(names, position, begin + USUALLY.toNanos()).isPresent()) {
      checkGiven(position);
      behind(names, position, begin + settings.get(Keys.REST_AWAIT).toNanos())
          .ifPresent(
              projection -> {
                throw PositionException.notInTime(projection, position);
              });
    }
  }

  /** The first projection that is not there in time. */
  private Optional<String> behind(Collection<String> names, GlobalPosition position, long end) {
    return names.stream()
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
}
