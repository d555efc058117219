package io.orchestrix.saga;

import io.orchestrix.message.Event;

/**
 * What a saga does with events of a class.
 *
 * @param type the class, or one above it
 * @param isStart whether such an event begins an instance
 * @param reaction what is done
 */
record EventRoute<S>(
    Class<? extends Event> type,
    boolean isStart,
    Correlation correlation,
    SagaReaction<S, Event> reaction) {}
