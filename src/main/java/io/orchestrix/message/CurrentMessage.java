package io.orchestrix.message;

import io.orchestrix.monitor.Monitor;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The message that this thread is handling, so that what it causes can name it.
 *
 * <p>Bound to the thread and unbound without fail; nested handling restores the outer message.
 */
public final class CurrentMessage {

  private record Handling(Origin origin, int attempt) {
    static final Handling NONE = new Handling(Origin.NONE, 1);
  }

  private final Monitor monitor;

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable Handling> bound = new ThreadLocal<>();

  /** Outside any trace. */
  public CurrentMessage() {
    this(Monitor.NONE);
  }

  /**
   * @param monitor knows the trace context of this thread
   */
  public CurrentMessage(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * The origin of messages that are made now, {@link Origin#NONE} outside any handling; in the
   * trace of what is observed on this thread, if that continues the trace of the handled message.
   */
  public Origin origin() {
    Origin origin = handling().origin();
    return origin.tracedBy(monitor.traceparent(origin.traceparent()));
  }

  /** Whether this thread is handling a message. */
  public boolean isBound() {
    return bound.get() != null;
  }

  /** How often the current message has been tried, this time included: 1 for the first time. */
  public int attempt() {
    return handling().attempt();
  }

  /**
   * Does {@code work} as the consequence of {@code origin}, tried for the {@code attempt}th time.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  public <T> T callWithin(Origin origin, int attempt, Callable<T> work) throws Exception {
    Handling outer = bind(new Handling(origin, attempt));
    try {
      return work.call();
    } finally {
      restore(outer);
    }
  }

  /**
   * Does {@code work} that throws no checked exception.
   *
   * @see #callWithin
   */
  public void runWithin(Origin origin, int attempt, Runnable work) {
    Handling outer = bind(new Handling(origin, attempt));
    try {
      work.run();
    } finally {
      restore(outer);
    }
  }

  private @Nullable Handling bind(Handling handling) {
    Handling outer = bound.get();
    bound.set(handling);
    return outer;
  }

  private void restore(@Nullable Handling outer) {
    if (outer == null) {
      bound.remove();
    } else {
      bound.set(outer);
    }
  }

  /**
   * Work for another thread, as a consequence of what this thread handles now: it bears its origin
   * on whichever thread it runs, and is tried for the first time there.
   */
  public <T> Callable<T> carry(Callable<T> work) {
    Origin origin = origin();
    return () -> callWithin(origin, 1, work);
  }

  private Handling handling() {
    Handling handling = bound.get();
    return handling == null ? Handling.NONE : handling;
  }
}
