package io.orchestrix.deadline;

import io.orchestrix.message.Command;
import java.time.Instant;
import java.util.Optional;

/**
 * Commands that are sent again and again. Thread-safe; inject it. Everything joins the transaction
 * of the caller, and is undone with it, or is one of its own.
 *
 * <pre>{@code
 * recurring.schedule(
 *     "interest", new CreditInterest(), Recurrence.parse("dayOfMonth=Last hour=23"));
 * }</pre>
 *
 * <p>Each time one node sends it, in one transaction with the scheduling of the next time, on
 * behalf of who has scheduled it. Times that no node was up for are made up for once, not one by
 * one. A time that fails for good, as refused commands do at once, is given up and kept for whoever
 * looks (the last one of each name); the next time comes nevertheless.
 */
public interface RecurringCommands {

  /**
   * Keeps a command under a name, instead of the one that there may be; so an application may do so
   * at each start. If the same caller has scheduled the same command and recurrence there, that one
   * stays as it is, with a time that it has missed.
   *
   * @param name 1 to 300 characters
   * @return when it is sent next
   * @throws SchedulingException if the recurrence has no time any more
   * @throws DeadlineException if the name is empty or too long
   * @throws io.orchestrix.command.NoHandlerException if nobody handles such commands
   * @throws io.orchestrix.command.ForbiddenCommandException if the caller may not send it
   * @throws io.orchestrix.command.InvalidCommandException if the command breaks its own constraints
   */
  Instant schedule(String name, Command command, Recurrence recurrence);

  /**
   * Ends it; waits for whoever is sending it.
   *
   * @return whether it was there
   */
  boolean cancel(String name);

  /** When it is sent next; empty if there is none of that name, or it has ended. */
  Optional<Instant> next(String name);
}
