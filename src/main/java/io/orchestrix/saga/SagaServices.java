package io.orchestrix.saga;

import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What sagas work with.
 *
 * @param commands sends what they send; asked for when it is needed, as handlers may start sagas
 * @param codec writes states and results
 */
public record SagaServices(
    EventStore events,
    SagaStore instances,
    DeadlineStore deadlines,
    SegmentStore segments,
    Supplier<CommandBus> commands,
    PayloadCodec codec,
    EventFormat format,
    MetadataFactory metadata,
    CurrentMessage current,
    UnitOfWork unitOfWork,
    GuardedMonitor monitor,
    Clock clock,
    SagaSettings settings) {}
