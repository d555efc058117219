package io.orchestrix.saga;

import io.orchestrix.audit.AuditTrail;
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

/**
 * What sagas work with.
 *
 * @param commands sends what they send
 * @param codec writes states and results
 * @param audit is told what is done by hand
 */
public record SagaServices(
    EventStore events,
    SagaStore instances,
    DeadlineStore deadlines,
    SegmentStore segments,
    SagaCommands commands,
    PayloadCodec codec,
    EventFormat format,
    MetadataFactory metadata,
    CurrentMessage current,
    UnitOfWork unitOfWork,
    GuardedMonitor monitor,
    Clock clock,
    SagaSettings settings,
    AuditTrail audit) {}
