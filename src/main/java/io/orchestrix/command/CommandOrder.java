package io.orchestrix.command;

/**
 * What a command passes on its way to its handler, in the order of these priorities. An interceptor
 * of the application goes between: {@code @Priority(CommandOrder.RETRY - 10)} is called once for
 * each command, {@code @Priority(CommandOrder.TRANSACTION + 10)} in the transaction of each
 * attempt. One that answers by itself, without calling the next one, belongs behind {@link
 * #IDEMPOTENCY}: between {@link #AUDIT} and that it makes a command succeed of which the audit log
 * knows nothing.
 */
public final class CommandOrder {

  /** It is written down if it fails; if it is done, that is written with what it has stored. */
  public static final int AUDIT = 800;

  /** The monitor is told how it ended. */
  public static final int MONITORING = 1_000;

  /** It is logged how it ended. */
  public static final int LOGGING = 2_000;

  /** The caller needs a role. */
  public static final int AUTHORIZATION = 3_000;

  /** Its constraints hold. */
  public static final int VALIDATION = 4_000;

  /** It is tried again after a conflict. */
  public static final int RETRY = 5_000;

  /** There is a transaction. */
  public static final int TRANSACTION = 6_000;

  /** A repetition gets the answer that was given, and goes no further. */
  public static final int IDEMPOTENCY = 7_000;

  private CommandOrder() {}

  /** Whether {@code priority} is one of the library's own. */
  public static boolean isTaken(int priority) {
    return priority == AUDIT
        || (priority >= MONITORING && priority <= IDEMPOTENCY && priority % 1_000 == 0);
  }
}
