package io.orchestrix.command;

import io.orchestrix.OrchestrixException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A handler threw a checked exception, or answered with another type than was asked for. */
public final class HandlerFailedException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private HandlerFailedException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  /** Does work of {@code command}; what is checked of its exceptions becomes one of these. */
  static <T extends @Nullable Object> T unchecked(String command, Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw threw(command, e);
    }
  }

  private static HandlerFailedException threw(String command, Exception cause) {
    return new HandlerFailedException(
        "ORX-2103",
        "The handler of %s, or the commit after it, threw %s: %s. It was rolled back unless that says otherwise."
            .formatted(command, cause.getClass().getName(), cause.getMessage()),
        cause);
  }

  static HandlerFailedException wrongAnswer(CommandMessage message, @Nullable Object answer) {
    return new HandlerFailedException(
        "ORX-2104",
        "The sender of %s expected a %s; the handler answered with %s. Nothing was kept. Let both name the same type."
            .formatted(
                message.payload().getClass().getName(),
                message.answer().getName(),
                answer == null ? "nothing" : "a " + answer.getClass().getName()),
        null);
  }
}
