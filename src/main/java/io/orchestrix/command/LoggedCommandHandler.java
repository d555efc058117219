package io.orchestrix.command;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.Metadata;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Logs how each command ended, by its ids. What a payload says is never logged: of a failure only
 * the code or the class, as a message may quote the payload.
 */
final class LoggedCommandHandler implements CommandHandler {

  private static final Logger LOG = System.getLogger(LoggedCommandHandler.class.getPackageName());

  private final CommandHandler next;

  LoggedCommandHandler(CommandHandler next) {
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    try {
      Object answer = next.handle(message);
      LOG.log(Level.DEBUG, () -> "ORX-2121 Handled " + describe(message.metadata()));
      return answer;
    } catch (Exception | Error e) {
      LOG.log(
          isFault(e) ? Level.WARNING : Level.DEBUG,
          () -> "ORX-2122 Failed with %s: %s".formatted(reason(e), describe(message.metadata())));
      throw e;
    }
  }

  /** Nobody may be waiting for the answer to what was sent asynchronously. */
  static void warnOfLost(CommandMessage message, Throwable failure) {
    if (!isFault(failure)) { // else it was told
      LOG.log(
          Level.WARNING,
          () ->
              "ORX-2123 An asynchronous command was not done, because of %s: %s"
                  .formatted(reason(failure), describe(message.metadata())));
    }
  }

  private static boolean isFault(Throwable failure) {
    return !(failure instanceof OrchestrixException known) || known.kind() == Kind.FAULT;
  }

  private static String reason(Throwable failure) {
    return failure instanceof OrchestrixException known
        ? known.code()
        : failure.getClass().getName();
  }

  private static String describe(Metadata metadata) {
    return "%s %s, correlation %s, cause %s"
        .formatted(
            metadata.type(), metadata.id(), metadata.correlationId(), metadata.causationId());
  }
}
