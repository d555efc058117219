package io.orchestrix.cdi;

import io.orchestrix.query.QueryThreads;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The threads of the server for queries, which have the context of who has asked them. */
@ApplicationScoped
class ManagedQueryThreads implements QueryThreads {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  @Resource(lookup = "java:comp/DefaultContextService")
  ContextService contexts;

  @Inject ManagedThreads threads;

  @Override
  public void execute(Runnable work) {
    threads.executeInRequest(work);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the work tells of its failures itself
  public void executeAfter(Duration pause, Runnable work) {
    scheduler.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public Executor asCaller() {
    Executor asCaller = contexts.currentContextExecutor();
    return work -> asCaller.execute(() -> threads.inRequest(work));
  }
}
