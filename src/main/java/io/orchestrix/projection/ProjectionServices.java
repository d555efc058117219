package io.orchestrix.projection;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.eventstore.GlobalReader;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.SubscriptionNode;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;

/**
 * What projections work with.
 *
 * @param node the subscriptions of this process
 * @param audit is told what operators do
 */
public record ProjectionServices(
    GlobalReader events,
    SegmentStore segments,
    ReadModelStore readModels,
    DeadLetterStore letters,
    UnitOfWork unitOfWork,
    SubscriptionNode node,
    Clock clock,
    AuditTrail audit) {}
