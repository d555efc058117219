package io.orchestrix.cdi.ejb;

import io.orchestrix.cdi.DeadlineLife;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.LocalBean;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the deadlines: one timer is set for the next one that is due, and another looks again and
 * again for what other nodes have scheduled.
 */
@Singleton
@Startup
@LocalBean
@DependsOn("StoreAtStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadlineTimer {

  private static final String BEAT = "beat";
  private static final String ALARM = "alarm";

  @Resource TimerService timers;
  @Resource SessionContext context;
  @Inject DeadlineLife deadlines;

  private @Nullable Timer alarm;

  @PostConstruct
  void begin() {
    DeadlineTimer self = context.getBusinessObject(DeadlineTimer.class);
    if (deadlines.begin(self::set)) {
      long pause = deadlines.pause().toMillis();
      timers.createIntervalTimer(pause, pause, new TimerConfig(BEAT, false));
    }
  }

  /** Sets the one alarm; called without a transaction. */
  public synchronized void set(Duration delay) {
    cancel(alarm);
    alarm = timers.createSingleActionTimer(millis(delay), new TimerConfig(ALARM, false));
  }

  private static void cancel(@Nullable Timer before) {
    try {
      if (before != null) {
        before.cancel();
      }
    } catch (NoSuchObjectLocalException e) {
      return; // it has rung
    }
  }

  /** Rounded up: what rings early rings in vain. */
  private static long millis(Duration delay) {
    return delay.plusNanos(999_999).toMillis();
  }

  @Timeout
  void ring(Timer timer) {
    if (ALARM.equals(timer.getInfo())) {
      deadlines.ring();
    } else {
      deadlines.beat();
    }
  }

  @PreDestroy
  void end() {
    deadlines.end();
  }
}
