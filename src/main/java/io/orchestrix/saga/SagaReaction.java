package io.orchestrix.saga;

import io.orchestrix.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a saga does with an event.
 *
 * @param <S> the state of the saga
 * @param <E> the event
 */
@FunctionalInterface
public interface SagaReaction<S, E extends Event> {

  /**
   * Takes it, in the transaction that remembers that.
   *
   * @param state {@code null} if the event begins the instance
   * @return the new state; or a command to be sent, or several in a collection, stream or array; or
   *     nothing
   * @throws Exception if it cannot be done; nothing is kept, and it is tried again
   */
  @Nullable Object take(@Nullable S state, E event, SagaContext saga) throws Exception;
}
