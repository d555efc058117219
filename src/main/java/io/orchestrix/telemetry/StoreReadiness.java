package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the event store is there and answers. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  /** A stream that does not exist: looking for it costs one step into an index. */
  private static final StreamId PROBE = new StreamId("orchestrix", "readiness");

  @Inject Instance<EventStore> store;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-event-store");
    try {
      store.get().page(PROBE, 0, 1);
      return answer.up().build();
    } catch (OrchestrixException e) {
      return answer.down().withData("code", e.code()).build();
    } catch (RuntimeException e) { // asked before the application has started, for one
      return answer.down().withData("failure", e.getClass().getSimpleName()).build();
    }
  }
}
