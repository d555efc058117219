package io.orchestrix.saga;

import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a saga does at a time.
 *
 * @param afterStart when, counted from its start; {@code null} if only when it is scheduled
 * @param action answers the new state; or a command, or several, to be sent; or nothing
 * @param retry how often that is tried; {@code null} as configured
 */
record DeadlineRoute<S>(
    String name,
    @Nullable Duration afterStart,
    SagaAction<S> action,
    @Nullable RetryPolicy retry) {}
