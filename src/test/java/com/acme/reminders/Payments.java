package com.acme.reminders;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.deadline.Recurrence;
import io.orchestrix.deadline.RecurringCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Waits for payments. */
@ApplicationScoped
public class Payments {

  private final DeadlineScheduler deadlines;
  private final CommandBus commands;
  private final RecurringCommands recurring;

  @Inject
  public Payments(DeadlineScheduler deadlines, CommandBus commands, RecurringCommands recurring) {
    this.deadlines = deadlines;
    this.commands = commands;
    this.recurring = recurring;
  }

  public void ordered(String orderId) {
    deadlines.schedule(orderId, Duration.ofDays(14), new PaymentOverdue(orderId));
  }

  public void paid(String orderId) {
    deadlines.cancel(PaymentOverdue.class, orderId);
  }

  void overdue(@HandlesDeadline PaymentOverdue due, Deadline deadline, CommandBus bus) {
    bus.send(new CancelOrder(due.orderId()));
  }

  public ScheduledCommand cancelLater(String orderId) {
    return commands.schedule(new CancelOrder(orderId), Duration.ofDays(14));
  }

  public void reportDaily() {
    recurring.schedule(
        "report",
        new SendReport("ada"),
        Recurrence.parse("hour=3 minute=30 dayOfWeek=Mon-Fri timezone=Europe/Berlin"));
  }
}
