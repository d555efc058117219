package io.orchestrix.cdi;

import org.jspecify.annotations.Nullable;

/** Calls a handler with what was delivered. Thread-safe. */
@FunctionalInterface
interface Invoker {

  /**
   * Calls it once.
   *
   * @param message a command message, or a query
   * @return the answer
   * @throws Exception what the handler throws
   */
  @Nullable Object invoke(Object message) throws Exception;
}
