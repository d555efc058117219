package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Watermark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the event store is there and answers. It also names the append that holds readers
 * back, if there is one; that may be another node's, so it does not make this one unready.
 */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  @Inject Instance<EventStore> store;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-event-store");
    try {
      Watermark watermark = store.get().watermark();
      answer.withData("watermark", watermark.position().value());
      answer.withData("head", watermark.head().value());
      Watermark.Holder holder = watermark.holder();
      if (holder != null) {
        answer.withData("heldBy", holder.name());
        answer.withData("heldForMillis", holder.age().toMillis());
      }
      return answer.up().build();
    } catch (OrchestrixException e) {
      return answer.down().withData("code", e.code()).build();
    } catch (RuntimeException e) { // asked before the application has started, for one
      return answer.down().withData("failure", e.getClass().getSimpleName()).build();
    }
  }
}
