package io.orchestrix.cdi;

import io.orchestrix.subscription.SubscriptionThreads;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the server for subscriptions. They are nobody's: whoever wakes a subscription by a
 * command, it does not run on his behalf.
 */
@ApplicationScoped
class ManagedSubscriptionThreads implements SubscriptionThreads {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  @Resource(lookup = "java:comp/DefaultContextService")
  ContextService contexts;

  @Inject ManagedThreads threads;

  /** The context of whoever has started the application. */
  private volatile @Nullable Executor asApplication;

  /** What runs from now on has the context of this thread. */
  void adopt() {
    asApplication = contexts.currentContextExecutor();
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(() -> run(work));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the work tells of its failures itself
  public void schedule(Runnable work, Duration delay) {
    scheduler.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void run(Runnable work) {
    Executor context = asApplication;
    if (context == null) {
      threads.inRequest(work);
    } else {
      context.execute(() -> threads.inRequest(work));
    }
  }
}
