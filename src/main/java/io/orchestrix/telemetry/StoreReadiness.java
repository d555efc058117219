package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the event store answers. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  /** A stream that does not exist: looking for it costs one step into an index. */
  private static final StreamId PROBE = new StreamId("orchestrix", "readiness");

  @Inject EventStore store;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-event-store");
    try {
      store.page(PROBE, 0, 1);
      return answer.up().build();
    } catch (OrchestrixException e) {
      return answer.down().withData("code", e.code()).build();
    }
  }
}
