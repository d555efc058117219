package io.orchestrix.message;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the application, unless the application acts on somebody's behalf: then it has his
 * name, and either every role, for what is the application's own work, or those that he had when he
 * asked for it. Thread-safe.
 */
public final class ActingCaller implements Caller {

  private record Acting(String name, Predicate<String> roles) {}

  private final Caller caller;

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable Acting> bound = new ThreadLocal<>();

  /** Acts for nobody; {@code caller} is who else it is. */
  public ActingCaller(Caller caller) {
    this.caller = caller;
  }

  /**
   * Does {@code work} of the application itself, with every role, on behalf of the principal of
   * that name; empty for nobody's.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  public <T extends @Nullable Object> T callAs(String name, Callable<T> work) throws Exception {
    return callAs(new Acting(name, role -> true), work);
  }

  /**
   * Does {@code work} on behalf of the principal of that name, who has these roles.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  public <T extends @Nullable Object> T callAs(
      String name, Collection<String> roles, Callable<T> work) throws Exception {
    return callAs(new Acting(name, Set.copyOf(roles)::contains), work);
  }

  private <T extends @Nullable Object> T callAs(Acting acting, Callable<T> work) throws Exception {
    Acting outer = bound.get();
    bound.set(acting);
    try {
      return work.call();
    } finally {
      restore(outer);
    }
  }

  private void restore(@Nullable Acting outer) {
    if (outer == null) {
      bound.remove();
    } else {
      bound.set(outer);
    }
  }

  @Override
  public String name() {
    Acting acting = bound.get();
    return acting == null ? caller.name() : acting.name();
  }

  @Override
  public boolean isInRole(String role) {
    Acting acting = bound.get();
    return acting == null ? caller.isInRole(role) : acting.roles().test(role);
  }

  @Override
  public Runnable carry(Runnable work) {
    Acting acting = bound.get();
    if (acting == null) {
      return caller.carry(work);
    }
    return () -> {
      Acting outer = bound.get();
      bound.set(acting);
      try {
        work.run();
      } finally {
        restore(outer);
      }
    };
  }
}
