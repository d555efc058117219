package io.orchestrix.cdi;

import io.orchestrix.background.Pulse;
import io.orchestrix.background.Signalled;
import io.orchestrix.projection.Projections;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.subscription.SubscriptionServices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The life of the subscriptions of this process, from the start of the application to its end. */
@ApplicationScoped
public class SubscriptionLife {

  private static final Logger LOG = System.getLogger(SubscriptionLife.class.getName());

  private static final String PULSE = "subscriptions";

  /** So many beats are in a lease. */
  private static final int BEATS = 8;

  @Inject SubscriptionComposition.Registrations registrations;
  @Inject OrchestrixExtension extension;
  @Inject Instance<SubscriptionServices> services;
  @Inject Instance<SubscriptionNode> node;
  @Inject Instance<Projections> projections;
  @Inject Instance<Sagas> sagas;
  @Inject ManagedBackgroundThreads threads;
  @Inject Pulse pulse;

  /** On another thread, as it may wait for a batch, and the lease must not. */
  private @Nullable Signalled advancing;

  private boolean isFailing;

  /**
   * Lets them begin; on the thread whose context they are to have.
   *
   * @return whether there are any
   */
  public boolean begin() {
    if (isWithoutWork()) {
      return false;
    }
    threads.adopt();
    advancing = new Signalled(() -> projections.get().advance(), threads);
    beat();
    if (!extension.sagas().isEmpty()) {
      threads.execute(sagas.get().check());
    }
    return true;
  }

  private boolean isWithoutWork() {
    return registrations.all().isEmpty() && extension.sagas().isEmpty();
  }

  /** How long to pause between beats. */
  public Duration pause() {
    return services.get().lease().dividedBy(BEATS);
  }

  /** One beat; a failure is logged once, and the next one may succeed. */
  public synchronized void beat() {
    try {
      node.get().beat();
      if (advancing != null) {
        advancing.insist();
      }
      isFailing = false;
    } catch (RuntimeException e) {
      if (!isFailing) {
        LOG.log(
            Level.WARNING,
            "ORX-3207 This node cannot extend the lease of its subscriptions; it tries again until"
                + " it can. Others take over when the lease is over.",
            e);
      }
      isFailing = true;
    } finally {
      pulse.beat(PULSE);
    }
  }

  /** Lets others take over. */
  public void end() {
    if (isWithoutWork()) {
      return;
    }
    pulse.end(PULSE);
    sagas.get().node().end(); // a check that goes on would keep the threads
    threads.end();
    try {
      node.get().end();
    } catch (RuntimeException e) {
      LOG.log(
          Level.INFO,
          "ORX-3208 This node could not give its subscriptions back; others take over when its"
              + " lease is over.",
          e);
    }
  }
}
