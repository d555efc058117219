package io.orchestrix.saga;

import io.orchestrix.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a saga does with events of a class.
 *
 * @param type the class, or one above it
 * @param isStart whether such an event begins an instance
 * @param reaction what is done
 */
record EventRoute<S>(
    Class<? extends Event> type, boolean isStart, Correlation correlation, Reaction<S> reaction) {

  /** Takes an event. */
  @FunctionalInterface
  interface Reaction<S> {

    /**
     * Takes it.
     *
     * @param state {@code null} for the first event
     * @return the new state; or a command, or several as a collection, to be sent; or nothing
     */
    @Nullable Object take(@Nullable S state, Event event, SagaContext saga) throws Exception;
  }
}
