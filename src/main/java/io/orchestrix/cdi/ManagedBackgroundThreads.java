package io.orchestrix.cdi;

import io.orchestrix.background.BackgroundThreads;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the server for what a node does by itself. They are nobody's: whoever wakes a
 * subscription by a command, it does not run on his behalf.
 */
@ApplicationScoped
class ManagedBackgroundThreads implements BackgroundThreads {

  private static final Logger LOG = System.getLogger(ManagedBackgroundThreads.class.getName());

  private static final int ALL = Integer.MAX_VALUE;

  /** Longer than most batches, and no server waits for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Resource(lookup = "java:comp/DefaultContextService")
  ContextService contexts;

  @Inject ManagedThreads threads;
  @Inject ManagedSchedule schedule;

  /** The context of whoever has started the application. */
  private volatile @Nullable Executor asApplication;

  /** Whoever is at work has one of them. */
  private final Semaphore atWork = new Semaphore(ALL);

  /** What runs from now on has the context of this thread. */
  void adopt() {
    asApplication = contexts.currentContextExecutor();
  }

  /**
   * Nothing begins any more. Waits for what is at work: without the application it could not even
   * end its transaction, which then stays with the thread of the server.
   */
  void end() {
    schedule.end();
    try {
      if (atWork.tryAcquire(ALL, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        atWork.release(ALL); // subscriptions and deadlines each end all
      } else {
        LOG.log(Level.DEBUG, "Something is still at work when the application ends.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void execute(Runnable work) {
    schedule.requireNoEnd();
    threads.execute(() -> run(work));
  }

  @Override
  public void schedule(Runnable work, Duration delay) {
    schedule.schedule(() -> run(work), delay);
  }

  private void run(Runnable work) {
    if (!atWork.tryAcquire()) {
      return; // the end has taken all
    }
    try {
      if (!schedule.hasEnded()) {
        runInContext(work);
      }
    } finally {
      atWork.release();
    }
  }

  private void runInContext(Runnable work) {
    Executor context = asApplication;
    if (context == null) {
      threads.inRequest(work);
    } else {
      context.execute(() -> threads.inRequest(work));
    }
  }
}
