package io.orchestrix.telemetry;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.subscription.SubscriptionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while no projection is further behind than its limits, {@code
 * orchestrix.projections.ready.*}, allow. Without limits, as by default, it is always ready, and
 * asks nobody. What it knows is a few seconds old at most, as that of the gauges, or older while
 * the store thinks for too long.
 */
@Readiness
@ApplicationScoped
public class ProjectionReadiness implements HealthCheck {

  @Inject Instance<Shown> shown;
  @Inject Instance<Settings> settings;

  /** The limits of a projection; zero for none. */
  private record Limits(int lag, Duration behind) {

    boolean areNone() {
      return lag == 0 && behind.isZero();
    }

    boolean hold(SubscriptionStatus status) {
      boolean isNear = lag == 0 || status.lag() <= lag;
      boolean isRecent = behind.isZero() || status.behind().compareTo(behind) <= 0;
      return isNear && isRecent;
    }
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-projections");
    try {
      if (!shown.get().hasBegun()) {
        return answer.down().withData("failure", "not started").build();
      }
      SortedMap<String, Limits> limited = limited();
      if (limited.isEmpty()) {
        return answer.up().withData("limits", "none").build();
      }
      Optional<Figures> figures = shown.get().figures();
      if (figures.isEmpty()) {
        return answer.down().withData("failure", "no answer from the store").build();
      }
      boolean isUp = true;
      for (var each : limited.entrySet()) {
        isUp &= tell(answer, each.getKey(), each.getValue(), figures.get());
      }
      return answer.status(isUp).build();
    } catch (RuntimeException e) { // asked when the application ends, for one
      return answer.down().withData("failure", e.getClass().getSimpleName()).build();
    }
  }

  private SortedMap<String, Limits> limited() {
    SortedMap<String, Limits> limited = new TreeMap<>();
    for (String projection : shown.get().projections()) {
      Limits limits =
          new Limits(
              settings.get().ofProjection(Keys.READY_LAG, projection),
              settings.get().ofProjection(Keys.READY_BEHIND, projection));
      if (!limits.areNone()) {
        limited.put(projection, limits);
      }
    }
    return limited;
  }

  /** One that has not begun yet has nothing to be behind of. */
  private static boolean tell(
      HealthCheckResponseBuilder answer, String projection, Limits limits, Figures figures) {
    SubscriptionStatus status = figures.subscriptions().get(projection);
    if (status == null) {
      answer.withData(projection, "not begun");
      return true;
    }
    boolean isUp = limits.hold(status);
    answer.withData(
        projection,
        "%s: %s, %d events and %s behind, at most %s and %s"
            .formatted(
                isUp ? "in time" : "late",
                status.state(),
                status.lag(),
                Duration.ofMillis(status.behind().toMillis()),
                limits.lag() == 0 ? "any number" : limits.lag(),
                limits.behind().isZero() ? "any time" : limits.behind()));
    return isUp;
  }
}
