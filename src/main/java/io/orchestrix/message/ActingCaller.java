package io.orchestrix.message;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the application, unless the application itself acts on somebody's behalf: then it
 * has his name and every role, as what he may do was checked when he asked for it. Thread-safe.
 */
public final class ActingCaller implements Caller {

  private final Caller caller;

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable String> bound = new ThreadLocal<>();

  /** Acts for nobody; {@code caller} is who else it is. */
  public ActingCaller(Caller caller) {
    this.caller = caller;
  }

  /**
   * Does {@code work} on behalf of the principal of that name; empty for nobody's.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  public <T extends @Nullable Object> T callAs(String name, Callable<T> work) throws Exception {
    String outer = bound.get();
    bound.set(name);
    try {
      return work.call();
    } finally {
      restore(outer);
    }
  }

  private void restore(@Nullable String outer) {
    if (outer == null) {
      bound.remove();
    } else {
      bound.set(outer);
    }
  }

  @Override
  public String name() {
    String name = bound.get();
    return name == null ? caller.name() : name;
  }

  @Override
  public boolean isInRole(String role) {
    return bound.get() != null || caller.isInRole(role);
  }

  @Override
  public Runnable carry(Runnable work) {
    String name = bound.get();
    if (name == null) {
      return caller.carry(work);
    }
    return () -> {
      String outer = bound.get();
      bound.set(name);
      try {
        work.run();
      } finally {
        restore(outer);
      }
    };
  }
}
