package io.orchestrix.telemetry;

import io.orchestrix.monitor.Monitor;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Finds out whether the server traces. Names no class of OpenTelemetry, which may not be there. */
public final class Tracing {

  private static final Logger LOG = System.getLogger(Tracing.class.getName());

  private static final String API = "io.opentelemetry.api.OpenTelemetry";

  private Tracing() {}

  /**
   * What makes spans by the OpenTelemetry of the server; {@link Monitor#NONE} if it has none, or it
   * is switched off.
   *
   * @param beans all beans of the application
   */
  public static Monitor of(Instance<Object> beans) {
    try {
      Class.forName(API, false, Tracing.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return Monitor.NONE;
    }
    try {
      return ServerTelemetry.monitor(beans);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(
          Level.WARNING,
          "ORX-6120 The server has OpenTelemetry, but it cannot be used; nothing is traced.",
          e);
      return Monitor.NONE;
    }
  }
}
