package io.orchestrix.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/** The threads of the server, which have the context of the application and of the caller. */
@ApplicationScoped
class ManagedThreads {

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  void execute(Runnable work) {
    executor.execute(work);
  }
}
