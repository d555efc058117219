package io.orchestrix.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The threads of the server, which have the context of the application and of the caller. */
@ApplicationScoped
class ManagedThreads {

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject Instance<RequestContextController> contexts;

  /** Does work that brings its request context itself, as asynchronous observers do. */
  void execute(Runnable work) {
    executor.execute(work);
  }

  /** Does work in a request context of its own, as asynchronous methods of EJBs have one. */
  void executeInRequest(Runnable work) {
    executor.execute(() -> inRequest(work));
  }

  /** Does work on this thread, in a request context of its own unless there is one. */
  void inRequest(Runnable work) {
    RequestContextController context = contexts.get();
    boolean isOurs = context.activate();
    try {
      work.run();
    } finally {
      if (isOurs) {
        context.deactivate();
      }
      contexts.destroy(context);
    }
  }
}
