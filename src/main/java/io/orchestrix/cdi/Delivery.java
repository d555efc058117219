package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import org.jspecify.annotations.Nullable;

/** The CDI event that brings a command to its handler and the answer back. Used by one thread. */
final class CommandDelivery {

  private final CommandMessage message;
  private @Nullable Object answer;
  private @Nullable Exception failure;
  private boolean isDelivered;

  CommandDelivery(CommandMessage message) {
    this.message = message;
  }

  /** Called by the observer. */
  void deliverTo(CommandHandler handler) {
    isDelivered = true;
    try {
      answer = handler.handle(message);
    } catch (Exception e) {
      failure = e;
    }
  }

  /** Called by the sender after the event was fired. */
  @Nullable Object answer() throws Exception {
    if (!isDelivered) {
      throw new IllegalStateException(
          "Nobody took the delivery of %s; another extension has removed its observer."
              .formatted(message.payload().getClass().getName()));
    }
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
