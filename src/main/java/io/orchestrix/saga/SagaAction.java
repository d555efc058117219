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
   * @return a command to be sent, or several in a collection, stream or array; or the new state; or
   *     nothing; anything else is the result of the step, and of others an error. An {@code
   *     Optional} is what it holds, an empty collection is nothing. The result of a step that sends
   *     is the answer to the last command; a new state is its result as well
   * @throws Exception if it cannot be done; nothing is kept, and it is tried again
   */
  @Nullable Object run(S state, SagaContext saga) throws Exception;
}
