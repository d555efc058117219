package io.orchestrix.command;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which commands were executed under which idempotency keys, and what was answered. All
 * of it joins the unit of work of the thread, which has to be active, and is undone with it.
 * Thread-safe.
 */
public interface IdempotencyStore {

  /**
   * Whose key: the same key of another caller is another key.
   *
   * @param caller the name of the principal; empty if there is none
   */
  record Owned(String caller, IdempotencyKey key) {}

  /**
   * What is remembered.
   *
   * @param fingerprint of the command
   * @param answer as it is kept; {@code null} while the command is being executed by this very unit
   *     of work
   */
  record Execution(String fingerprint, @Nullable String answer) {}

  /**
   * Takes a key for the command that is about to be executed, unless it is taken.
   *
   * @param now executions that were kept until then, or earlier, count no more
   * @param until how long the execution is kept
   * @return the execution that has taken the key; empty if this one has
   * @throws KeyInUseException if another unit of work is executing it
   */
  Optional<Execution> take(Owned key, String fingerprint, Instant now, Instant until);

  /** Keeps the answer under a key that this unit of work has taken. */
  void answered(Owned key, String answer);

  /**
   * Forgets executions that were kept until {@code now}, or earlier; a unit of work of its own.
   *
   * @return how many, at most {@code atMost}
   */
  int forget(Instant now, int atMost);
}
