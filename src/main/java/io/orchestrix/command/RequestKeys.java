package io.orchestrix.command;

import java.util.Optional;

/** Finds the idempotency key that came with the request that this thread serves. Thread-safe. */
@FunctionalInterface
public interface RequestKeys {

  /** There is no request, or none of them has a key. */
  RequestKeys NONE = Optional::empty;

  /**
   * The key for the next command of the request: its own for the first, one that is made of it for
   * each after that. Empty if it has none.
   *
   * @throws IdempotencyException if the request has a key that cannot be one
   */
  Optional<IdempotencyKey> next();

  /**
   * The command failed for which {@code key} was the last one, so the next command has it: when the
   * request tries it again, it is the same one.
   */
  default void giveBack(IdempotencyKey key) {}
}
