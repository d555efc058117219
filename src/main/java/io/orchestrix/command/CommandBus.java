package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings each command to its one handler. Thread-safe; inject it.
 *
 * <p>The handler runs on the caller's thread in one JTA transaction: the caller's, or else one that
 * is committed before {@code send} returns. When a concurrent transaction was faster the whole
 * handler is run again, a bounded number of times; in the caller's transaction nothing is repeated,
 * as only its owner may do that. An exception rolls everything back.
 */
public interface CommandBus {

  /**
   * Sends a command and waits for the answer.
   *
   * <pre>{@code
   * commands.send(new SuspendAccount("ACC-1"));
   * }</pre>
   *
   * @return what the handler returns; {@code null} if that is nothing
   * @throws NoHandlerException if nobody handles such commands
   * @throws ForbiddenCommandException if the caller may not send it
   * @throws InvalidCommandException if the command breaks its own constraints
   * @throws io.orchestrix.unitofwork.ConflictException if it lost against concurrent ones in every
   *     attempt
   * @throws CommandTimedOutException if it took longer than it may
   * @throws io.orchestrix.unitofwork.UnavailableException if the database is away
   * @throws HandlerFailedException if the handler threw a checked exception; an unchecked one comes
   *     as it is
   */
  @Nullable Object send(Command command);

  /**
   * Sends a command and waits for an answer of the type {@code answer}.
   *
   * <pre>{@code
   * Balance balance = commands.send(new Deposit("ACC-1", amount), Balance.class);
   * }</pre>
   *
   * @return what the handler returns, never {@code null}
   * @throws HandlerFailedException if the handler returns something else; nothing is kept
   * @see #send(Command)
   */
  <R> R send(Command command, Class<R> answer);

  /**
   * Sends a command to be handled on a thread of the server, in a transaction of its own that may
   * begin before that of the caller ends: what the caller has not committed it does not see. The
   * identity of the caller, the correlation and the trace go with it.
   *
   * <p>Nothing repeats it if the server ends before it was handled.
   *
   * @return completed with what the handler returns, or with the exception that {@link #send} would
   *     have thrown
   */
  CompletionStage<@Nullable Object> sendAsync(Command command);

  /**
   * Sends a command to be handled on a thread of the server, for an answer of the type {@code
   * answer}.
   *
   * @see #sendAsync(Command)
   */
  <R> CompletionStage<R> sendAsync(Command command, Class<R> answer);

  /**
   * Sends commands one after the other in one transaction: all of them are done, or none.
   *
   * @return the answers, in the order of the commands
   * @see #send(Command)
   */
  List<@Nullable Object> sendAll(List<? extends Command> commands);

  /**
   * Keeps a command, in the transaction of the caller or else in one of its own, to be sent at a
   * time: by some node of the application that is up then or comes up later, once, in one
   * transaction with its removal. It is sent on behalf of the caller of now, and continues what is
   * handled now.
   *
   * <pre>{@code
   * commands.schedule(new CancelOrder("ORD-1"), Duration.ofDays(14));
   * }</pre>
   *
   * <p>Whether it may be sent is checked now, as by {@link #send}; what becomes of it nobody is
   * told. If it is refused then, it is given up; after another failure it is tried again, as {@code
   * orchestrix.deadlines.failure} says.
   *
   * <p>Under an idempotency key it is kept instead of what the caller has scheduled under that key
   * before, and sent under it.
   *
   * @param at a time that has passed is as good as now
   * @throws NoHandlerException if nobody handles such commands
   * @throws ForbiddenCommandException if the caller may not send it
   * @throws InvalidCommandException if the command breaks its own constraints
   * @throws io.orchestrix.message.PayloadException if it cannot be kept as JSON
   */
  ScheduledCommand schedule(Command command, Instant at);

  /**
   * Keeps a command to be sent after a while.
   *
   * @see #schedule(Command, Instant)
   */
  ScheduledCommand schedule(Command command, Duration in);

  /**
   * Sees to it that a scheduled command is not sent. Waits for whoever is sending it.
   *
   * @param key that of the {@link ScheduledCommand}
   * @return whether it would have been sent; it was, or was cancelled before, if not
   */
  boolean cancel(String key);

  /**
   * This bus with an idempotency key for the next command: it is executed once, however often it is
   * sent under this key by the same caller, and a repetition gets the same answer, also after a
   * crash. Of {@link #sendAll} each command has the key with its place in the list.
   *
   * <pre>{@code
   * commands.withIdempotencyKey(requestId).send(new Deposit("ACC-1", amount));
   * }</pre>
   *
   * <p>A command that fails leaves nothing, so its repetition is tried anew. A key is forgotten
   * after {@code orchestrix.idempotency.kept}.
   *
   * @param key 1 to 200 printable characters of ASCII, best a random UUID
   * @throws IdempotencyException if {@code key} is no key; on sending, if it was used for another
   *     command, or if the answer cannot be kept
   */
  CommandBus withIdempotencyKey(String key);
}
