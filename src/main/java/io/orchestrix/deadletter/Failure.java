package io.orchestrix.deadletter;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.BoundedText;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Why an event could not be handled, as it is kept: NUL characters are removed, and what is too
 * long is cut.
 *
 * @param code of an {@link OrchestrixException}; empty for others
 * @param className of the exception, at most 255 characters
 * @param message of the exception, at most 2,000 characters; empty if it has none
 * @param stack its trace with all causes, at most 10,000 characters; a longer one lacks its middle
 */
public record Failure(String code, String className, String message, String stack) {

  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_MESSAGE = 2_000;
  private static final int LONGEST_STACK = 10_000;

  public Failure {
    code = BoundedText.beginning(code, LONGEST_CODE);
    className = BoundedText.beginning(className, LONGEST_NAME);
    message = BoundedText.beginning(message, LONGEST_MESSAGE);
    stack = BoundedText.ends(stack, LONGEST_STACK);
  }

  /** What is kept of an exception. */
  public static Failure of(Throwable thrown) {
    StringWriter stack = new StringWriter();
    thrown.printStackTrace(new PrintWriter(stack, true));
    String message = thrown.getMessage();
    return new Failure(
        thrown instanceof OrchestrixException ours ? ours.code() : "",
        thrown.getClass().getName(),
        message == null ? "" : message,
        stack.toString());
  }

  /** It in one line. */
  public String summary() {
    return message.isEmpty() ? className : className + ": " + message;
  }
}
