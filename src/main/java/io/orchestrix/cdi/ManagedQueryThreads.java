package io.orchestrix.cdi;

import io.orchestrix.query.QueryThreads;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The threads of the server for queries, which have the context of who has asked them. */
@ApplicationScoped
class ManagedQueryThreads implements QueryThreads {

  @Resource(lookup = "java:comp/DefaultContextService")
  ContextService contexts;

  @Inject ManagedThreads threads;
  @Inject ManagedSchedule schedule;

  @Override
  public void execute(Runnable work) {
    threads.executeInRequest(work);
  }

  @Override
  public void executeAfter(Duration pause, Runnable work) {
    schedule.schedule(work, pause);
  }

  @Override
  public Executor asCaller() {
    Executor asCaller = contexts.currentContextExecutor();
    return work -> asCaller.execute(() -> threads.inRequest(work));
  }
}
