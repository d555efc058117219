package io.orchestrix.harness;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Stands for the managed threads of a server. */
final class ServerThreads {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(ServerThreads::thread);

  private static final ScheduledExecutorService SCHEDULER =
      Executors.newScheduledThreadPool(2, ServerThreads::thread);

  private ServerThreads() {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "managed");
    thread.setDaemon(true);
    return thread;
  }

  static ManagedExecutorService executor() {
    return proxy(
        ManagedExecutorService.class,
        (proxy, method, arguments) -> method.invoke(THREADS, arguments));
  }

  static ManagedScheduledExecutorService scheduler() {
    return proxy(
        ManagedScheduledExecutorService.class,
        (proxy, method, arguments) -> method.invoke(SCHEDULER, arguments));
  }

  /** Has no context to keep. */
  static ContextService contexts() {
    Executor here = Runnable::run;
    return proxy(ContextService.class, (proxy, method, arguments) -> here);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ServerThreads.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
