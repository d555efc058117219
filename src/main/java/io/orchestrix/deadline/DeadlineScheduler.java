package io.orchestrix.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that the application is told when it is time. Thread-safe; inject it. Everything joins
 * the transaction of the caller, and is undone with it, or is one of its own.
 *
 * <pre>{@code
 * deadlines.schedule(orderId, Duration.ofDays(14), new PaymentOverdue(orderId));
 * ...
 * deadlines.cancel(PaymentOverdue.class, orderId);
 * }</pre>
 *
 * <p>A payload is a record of the application, kept as JSON; the simple name of its class names
 * such deadlines. One method handles them, see {@link HandlesDeadline}: on one node, in one
 * transaction with the removal of the deadline, on behalf of who has scheduled it. What comes due
 * while no node is up is told when one is.
 */
public interface DeadlineScheduler {

  /**
   * Keeps a deadline, instead of the one that there may be for the same class and key.
   *
   * @param key which one, 1 to 300 characters
   * @param at when it is due; a time that has passed is as good as now
   * @throws SchedulingException if nobody handles such payloads, or the time is out of bounds
   * @throws DeadlineException if the key is empty or too long
   * @throws io.orchestrix.message.PayloadException if the payload cannot be kept as JSON
   */
  void schedule(String key, Instant at, Object payload);

  /**
   * Keeps a deadline that is due after a while.
   *
   * @see #schedule(String, Instant, Object)
   */
  void schedule(String key, Duration in, Object payload);

  /**
   * Removes a deadline; waits for whoever is handling it.
   *
   * @param payload the class of its payload
   * @return whether it was there
   */
  boolean cancel(Class<?> payload, String key);

  /**
   * When a deadline is due, or was if it is being tried again; empty if there is none.
   *
   * @param payload the class of its payload
   */
  Optional<Instant> find(Class<?> payload, String key);
}
