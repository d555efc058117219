package io.orchestrix.telemetry;

import io.orchestrix.background.Pulse;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the beats of this node go on, whether they succeed or not: a database that is away,
 * or a projection that is behind, is not mended by a restart. It asks no database.
 */
@Liveness
@ApplicationScoped
public class NodeLiveness implements HealthCheck {

  @Inject Instance<Pulse> pulse;
  @Inject Instance<Settings> settings;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-node");
    try {
      Duration limit = settings.get().get(Keys.LIVE_SILENCE);
      boolean isAlive = true;
      for (var silence : pulse.get().silences().entrySet()) {
        answer.withData(silence.getKey() + "SilentForMillis", silence.getValue().toMillis());
        isAlive &= silence.getValue().compareTo(limit) <= 0;
      }
      return answer.withData("limitMillis", limit.toMillis()).status(isAlive).build();
    } catch (RuntimeException e) { // asked before the application has started: that is no death
      return answer.up().withData("failure", e.getClass().getSimpleName()).build();
    }
  }
}
