package io.orchestrix.telemetry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.Watermark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready when the event store is there and answers. It also names the append that holds readers
 * back, if there is one; that may be another node's, so it makes this one unready only behind the
 * limit {@code orchestrix.health.held}.
 */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {

  @Inject Instance<EventStore> store;
  @Inject Instance<Settings> settings;
  @Inject Instance<Shown> shown;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("orchestrix-event-store");
    try {
      if (!shown.get().hasBegun()) {
        return answer.down().withData("failure", "not started").build();
      }
      Watermark watermark = store.get().watermark();
      answer.withData("watermark", watermark.position().value());
      answer.withData("head", watermark.head().value());
      Watermark.Holder holder = watermark.holder();
      if (holder != null) {
        answer.withData("heldBy", holder.name());
        answer.withData("heldForMillis", holder.age().toMillis());
      }
      if (!isInTime(holder)) {
        answer.withData("limitMillis", limit().toMillis());
      }
      return answer.status(isInTime(holder)).build();
    } catch (OrchestrixException e) {
      return answer.down().withData("code", e.code()).build();
    } catch (RuntimeException e) { // asked when the application ends, for one
      return answer.down().withData("failure", e.getClass().getSimpleName()).build();
    }
  }

  private boolean isInTime(Watermark.@Nullable Holder holder) {
    return holder == null || limit().isZero() || holder.age().compareTo(limit()) <= 0;
  }

  private Duration limit() {
    return settings.get().get(Keys.READY_HELD);
  }
}
