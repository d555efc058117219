package io.orchestrix.it.guest.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Threads of the server. */
@ApplicationScoped
public class Threads {
  @Resource ManagedExecutorService executor;

  /** Calls all, side by side, and waits for their ends. */
  public <T> List<Future<T>> callAll(List<Callable<T>> tasks) throws InterruptedException {
    return executor.invokeAll(tasks);
  }
}
