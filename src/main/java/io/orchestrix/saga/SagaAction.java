package io.orchestrix.saga;

import org.jspecify.annotations.Nullable;

/**
 * What a step does, or what takes it back.
 *
 * @param <S> the state of the saga
 */
@FunctionalInterface
public interface SagaAction<S> {

  /**
   * Does it, in the transaction that remembers it.
   *
   * @param state as it is now
   * @return a command, or several as a collection, to be sent; anything else is the result
   * @throws Exception if it cannot be done; nothing is kept, and it is tried again
   */
  @Nullable Object run(S state, SagaContext saga) throws Exception;
}
