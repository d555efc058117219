package io.orchestrix.query;

import io.orchestrix.config.Settings;
import io.orchestrix.message.Caller;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What the bus works with.
 *
 * @param unitOfWork in which each query is answered
 * @param settings say how often it is asked again
 * @param validator checks it; {@code null} where nobody can
 * @param caller who asks it
 * @param monitor is told how it ended
 * @param changes say when it is worth asking again
 * @param threads take what nobody waits for
 */
public record QueryServices(
    UnitOfWork unitOfWork,
    Settings settings,
    @Nullable Validator validator,
    Caller caller,
    Monitor monitor,
    ReadModelChanges changes,
    QueryThreads threads) {}
