package io.orchestrix.saga;

import io.orchestrix.message.Command;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a saga knows of its instance, and can do with it. All of it happens in the
 * transaction of the method, or not at all. Used by one thread, until the method returns.
 */
public interface SagaContext {

  /** The name of the saga. */
  String saga();

  /** The key of the instance. */
  String key();

  /** The time, of the clock of the application. */
  Instant now();

  /** The how manieth attempt of this work it is, from 1. */
  int attempt();

  /**
   * Names this work, and the same one in every attempt: for what is done outside of the database,
   * so that the other side can tell a repetition. At most 64 letters and digits.
   */
  String idempotencyKey();

  /**
   * What a step has answered.
   *
   * @return {@code null} if it has answered nothing, or is not done
   * @throws io.orchestrix.message.PayloadException if that is no {@code type}
   */
  <R> @Nullable R result(String step, Class<R> type);

  /**
   * Sends a command, in this transaction and with an idempotency key.
   *
   * @return what its handler answers
   * @throws RuntimeException what its handler throws; the transaction is rolled back even if it is
   *     caught
   */
  @Nullable Object send(Command command);

  /** Remembers {@code state} as the new one. */
  void state(Object state);

  /**
   * Lets the method with {@link OnDeadline} of this name be called later; if it was to be called at
   * another time, it is not.
   *
   * @throws SagaException if there is no such method
   */
  void schedule(String deadline, Duration in);

  /**
   * Lets the method with {@link OnDeadline} of this name be called at a time.
   *
   * @see #schedule(String, Duration)
   */
  void schedule(String deadline, Instant at);

  /** Lets the method with {@link OnDeadline} of this name not be called. */
  void cancel(String deadline);

  /**
   * Lets events find the instance by another key from now on, see {@link Correlate}.
   *
   * @param name 1 to 100 characters
   * @param value 1 to 200 characters
   * @throws SagaException if one of them is longer, or empty
   */
  void correlate(String name, String value);

  /** Ends the saga, as all is done. Nothing happens if it takes back what it has done. */
  void complete();

  /**
   * Lets the saga take back what it has done, when this method has returned. Nothing happens if it
   * does so already, nor behind its pivot, from where it only goes forward, nor while that awaits
   * its event or nobody can tell whether it is done.
   *
   * @return whether it is taken back
   */
  boolean compensate(String reason);
}
