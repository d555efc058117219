package io.orchestrix.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.orchestrix.monitor.Monitor;
import jakarta.enterprise.inject.Instance;

/** The OpenTelemetry that the server offers as a bean. */
final class ServerTelemetry {

  private ServerTelemetry() {}

  /** {@link Monitor#NONE} if there is none, or it makes no spans. */
  static Monitor monitor(Instance<Object> beans) {
    Instance<OpenTelemetry> found = beans.select(OpenTelemetry.class);
    return found.isUnsatisfied() ? Monitor.NONE : TracingMonitor.of(found.get());
  }
}
