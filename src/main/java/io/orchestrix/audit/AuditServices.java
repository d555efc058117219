package io.orchestrix.audit;

import io.orchestrix.message.Caller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What auditing works with.
 *
 * @param caller who does it, and from where
 * @param current the message by which it is caused
 * @param executor writes what failed inside of somebody else's unit of work
 */
public record AuditServices(
    AuditStore store,
    UnitOfWork unitOfWork,
    Caller caller,
    CurrentMessage current,
    Clock clock,
    Executor executor) {}
