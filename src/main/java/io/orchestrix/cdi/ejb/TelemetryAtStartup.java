package io.orchestrix.cdi.ejb;

import io.orchestrix.cdi.TelemetryLife;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets operators see the application while it runs. */
@Singleton
@Startup
@DependsOn("StoreAtStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TelemetryAtStartup {

  @Inject TelemetryLife telemetry;

  @PostConstruct
  void begin() {
    telemetry.begin();
  }

  @PreDestroy
  void end() {
    telemetry.end();
  }
}
