package io.orchestrix.cdi.ejb;

import io.orchestrix.cdi.SubscriptionLife;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps the subscriptions of this node alive, several times in the length of its lease. */
@Singleton
@Startup
@DependsOn("StoreAtStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubscriptionBeats {

  @Resource TimerService timers;
  @Inject SubscriptionLife subscriptions;

  @PostConstruct
  void begin() {
    if (subscriptions.begin()) {
      long pause = subscriptions.pause().toMillis();
      timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
    }
  }

  @Timeout
  void beat() {
    subscriptions.beat();
  }

  @PreDestroy
  void end() {
    subscriptions.end();
  }
}
