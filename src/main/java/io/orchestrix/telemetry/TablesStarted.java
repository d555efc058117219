package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when the tables are there: validated or migrated, and answering. Once they were, a
 * database that is away later is a matter of readiness.
 */
@Startup
@ApplicationScoped
public class TablesStarted implements HealthCheck {

  @Inject Instance<EventStore> store;
  @Inject Instance<Settings> settings;
  @Inject Instance<Shown> shown;

  private volatile boolean hasStarted;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-tables");
    try {
      if (!shown.get().hasBegun()) {
        return answer.down().withData("failure", "not started").build();
      }
      answer.withData("schema", lower(settings.get().get(Keys.SCHEMA)));
      answer.withData("store", lower(settings.get().get(Keys.STORE)));
      if (!hasStarted) {
        store.get().watermark();
        hasStarted = true;
      }
      return answer.up().build();
    } catch (OrchestrixException e) {
      return answer.down().withData("code", e.code()).build();
    } catch (RuntimeException e) { // asked when the application ends, for one
      return answer.down().withData("failure", e.getClass().getSimpleName()).build();
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
