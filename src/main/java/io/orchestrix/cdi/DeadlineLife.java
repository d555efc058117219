package io.orchestrix.cdi;

import io.orchestrix.background.Pulse;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.deadline.DeadlineNode;
import io.orchestrix.saga.Sagas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/** The life of the deadlines of this process, from the start of the application to its end. */
@ApplicationScoped
public class DeadlineLife {

  private static final Logger LOG = System.getLogger(DeadlineLife.class.getName());

  private static final String PULSE = "deadlines";

  @Inject DeadlineComposition.Handlers handlers;
  @Inject Instance<DeadlineNode> node;
  @Inject Instance<Sagas> sagas;
  @Inject Settings settings;
  @Inject ManagedBackgroundThreads threads;
  @Inject DeadlineAlarms alarms;
  @Inject Pulse pulse;

  private boolean isFailing;

  /**
   * Lets them begin; on the thread whose context they are to have.
   *
   * @param clock is told when to {@linkplain #ring ring} next, instead of what it was told before;
   *     on a thread without a transaction
   * @return whether anybody fires deadlines
   */
  public boolean begin(Consumer<Duration> clock) {
    if (handlers.all().isEmpty()) {
      return false;
    }
    threads.adopt();
    alarms.ringBy(clock);
    beat();
    return true;
  }

  /** How long to pause between beats. */
  public Duration pause() {
    return settings.get(Keys.DEADLINE_POLL);
  }

  /** One beat; a failure is logged once, and the next one may succeed. */
  public synchronized void beat() {
    try {
      node.get().beat();
      alarms.ring(); // if the clock has failed, or no thread was to be had
      isFailing = false;
    } catch (RuntimeException e) {
      if (!isFailing) {
        LOG.log(
            Level.WARNING,
            "ORX-3604 This node cannot look for deadlines; it tries again until it can.",
            e);
      }
      isFailing = true;
    } finally {
      pulse.beat(PULSE);
    }
  }

  /** It is time for what is to be done by now. */
  public void ring() {
    alarms.ring();
  }

  /** Begins nothing any more, and waits for what is being fired. */
  public void end() {
    if (!handlers.all().isEmpty()) {
      pulse.end(PULSE);
      node.get().end();
      sagas.get().node().end(); // a check that goes on would keep the threads
      threads.end();
    }
  }
}
