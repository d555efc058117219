package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a saga does with events of a class.
 *
 * @param type the class, or one above it
 * @param isStart whether such an event begins an instance
 * @param reaction what is done
 * @param retry how often that is tried; {@code null} as configured
 */
record EventRoute<S>(
    Class<? extends Event> type,
    boolean isStart,
    Correlation correlation,
    SagaReaction<S, Event> reaction,
    @Nullable RetryPolicy retry) {}
