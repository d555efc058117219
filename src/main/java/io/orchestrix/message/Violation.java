package io.orchestrix.message;

import java.util.Comparator;

/**
 * One thing that is wrong with a message.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the message as a whole
 * @param detail what, for people
 */
public record Violation(String pointer, String detail) implements Comparable<Violation> {

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::pointer).thenComparing(Violation::detail);

  @Override
  public int compareTo(Violation other) {
    return ORDER.compare(this, other);
  }
}
