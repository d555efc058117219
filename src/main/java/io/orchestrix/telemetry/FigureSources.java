package io.orchestrix.telemetry;

import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.projection.Projections;
import io.orchestrix.saga.Sagas;
import io.orchestrix.subscription.Checkpoints;
import java.util.List;

/**
 * Whom to ask for figures.
 *
 * @param projections the names of those that run behind
 * @param deadlineHandlers their names
 */
public record FigureSources(
    EventStore events,
    Projections readModels,
    Checkpoints checkpoints,
    DeadLetterQueue letters,
    Deadlines deadlines,
    Sagas sagas,
    HistoryCache histories,
    List<String> projections,
    List<String> deadlineHandlers) {}
