package io.orchestrix.saga;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a saga does at a time.
 *
 * @param afterStart when, counted from its start; {@code null} if only when it is scheduled
 * @param action answers the new state; or a command, or several, to be sent; or nothing
 */
record DeadlineRoute<S>(String name, @Nullable Duration afterStart, SagaAction<S> action) {}
