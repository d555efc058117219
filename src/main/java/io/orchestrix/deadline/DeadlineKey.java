package io.orchestrix.deadline;

import java.util.Comparator;

/**
 * Which deadline: there is one at most under each key. Ordered by handler, then by value.
 *
 * @param handler who is told when it is due, 1 to 200 characters
 * @param value which one of that handler, 1 to 300 characters
 */
public record DeadlineKey(String handler, String value) implements Comparable<DeadlineKey> {

  private static final Comparator<DeadlineKey> ORDER =
      Comparator.comparing(DeadlineKey::handler).thenComparing(DeadlineKey::value);

  private static final int LONGEST_HANDLER = 200;
  private static final int LONGEST_VALUE = 300;

  /**
   * @throws DeadlineException if a part is empty or too long
   */
  public DeadlineKey {
    if (handler.isEmpty() || handler.length() > LONGEST_HANDLER) {
      throw DeadlineException.badKey("handler", handler, LONGEST_HANDLER);
    }
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      throw DeadlineException.badKey("key", value, LONGEST_VALUE);
    }
  }

  @Override
  public int compareTo(DeadlineKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return handler + "/" + value;
  }
}
