package io.orchestrix.cdi;

import io.orchestrix.background.Pulse;
import io.orchestrix.config.Settings;
import io.orchestrix.telemetry.Shown;
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
  Telemetry telemetry(Instance<Object> beans, Settings settings, Shown shown) {
    return new Telemetry(beans, settings, shown);
  }

  @Produces
  @Singleton
  Shown shown() {
    return new Shown();
  }

  @Produces
  @Singleton
  Pulse pulse() {
    return new Pulse(System::nanoTime);
  }
}
