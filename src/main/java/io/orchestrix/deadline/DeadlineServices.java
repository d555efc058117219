package io.orchestrix.deadline;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Clock;

/** What deadlines are fired with. */
public record DeadlineServices(
    DeadlineStore store,
    UnitOfWork unitOfWork,
    BackgroundThreads threads,
    CurrentMessage current,
    GuardedMonitor monitor,
    Clock clock) {}
