package io.orchestrix.command;

import io.orchestrix.message.Command;
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
   * @throws InvalidCommandException if the command breaks its own constraints
   * @throws io.orchestrix.unitofwork.ConflictException if it lost against concurrent ones in every
   *     attempt
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
}
