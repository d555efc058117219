package io.orchestrix.command;

import io.orchestrix.message.AccessRule;
import io.orchestrix.message.Caller;
import org.jspecify.annotations.Nullable;

/** Refuses commands that the caller may not send. */
final class AuthorizingCommandHandler implements CommandHandler {

  private final Caller caller;
  private final CommandHandler next;

  AuthorizingCommandHandler(Caller caller, CommandHandler next) {
    this.caller = caller;
    this.next = next;
  }

  /**
   * @throws ForbiddenCommandException if the caller may not send it
   */
  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    if (!AccessRule.admit(caller, message.payload().getClass())) {
      throw new ForbiddenCommandException(message.metadata().type());
    }
    return next.handle(message);
  }
}
