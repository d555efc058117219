package io.orchestrix.cdi;

import io.orchestrix.background.Pulse;
import io.orchestrix.config.Settings;
import io.orchestrix.telemetry.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what operators see, as beans. */
@Dependent
class TelemetryComposition {

  @Produces
  @Singleton
  Telemetry telemetry(Instance<Object> beans, Settings settings) {
    return new Telemetry(beans, settings);
  }

  @Produces
  @Singleton
  Pulse pulse() {
    return new Pulse(System::nanoTime);
  }
}
