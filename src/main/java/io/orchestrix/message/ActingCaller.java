package io.orchestrix.message;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the application, unless the application acts on somebody's behalf: then it has his
 * name, and either every role, for what is the application's own work, or those that he had when he
 * asked for it. It also knows from where the work of a thread comes. Thread-safe.
 */
public final class ActingCaller implements Caller {

  private record Acting(String name, Predicate<String> roles) {}

  private final Caller caller;

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable Acting> bound = new ThreadLocal<>();

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable String> from = new ThreadLocal<>();

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable String> why = new ThreadLocal<>();

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

  /**
   * A request from outside begins on this thread. Whoever calls this calls {@link #end} when the
   * request leaves the thread, whatever happens.
   *
   * @param address of the sender, as far as it can be trusted
   */
  public void begin(String address) {
    from.set(address);
  }

  /**
   * The request of this thread has ended.
   *
   * @see #because
   */
  public void end() {
    from.remove();
    why.remove();
  }

  /** Says why the request of this thread wants what it wants, until it {@linkplain #end ends}. */
  public void because(String reason) {
    why.set(reason);
  }

  @Override
  public String why() {
    String reason = why.get();
    return reason == null ? caller.why() : reason;
  }

  /**
   * Does work that comes from somewhere.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  public <T extends @Nullable Object> T callFrom(String origin, Callable<T> work) throws Exception {
    String outer = from.get();
    from.set(origin);
    try {
      return work.call();
    } finally {
      restoreFrom(outer);
    }
  }

  private void restoreFrom(@Nullable String outer) {
    if (outer == null) {
      from.remove();
    } else {
      from.set(outer);
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
  public String from() {
    String origin = from.get();
    return origin == null ? caller.from() : origin;
  }

  @Override
  public Runnable carry(Runnable work) {
    String origin = from.get();
    Runnable carried = carryActing(work);
    if (origin == null) {
      return carried;
    }
    return () -> {
      String outer = from.get();
      from.set(origin);
      try {
        carried.run();
      } finally {
        restoreFrom(outer);
      }
    };
  }

  private Runnable carryActing(Runnable work) {
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
