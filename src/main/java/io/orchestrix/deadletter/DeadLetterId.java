package io.orchestrix.deadletter;

import io.orchestrix.message.GlobalPosition;
import java.util.Comparator;

/**
 * Names a dead letter: an event has at most one in each subscription. Ordered by subscription, then
 * by position.
 *
 * @param subscription the name of the subscription, 1 to 255 characters
 * @param position the place of the event among all events
 */
public record DeadLetterId(String subscription, GlobalPosition position)
    implements Comparable<DeadLetterId> {

  private static final int LONGEST = 255;

  private static final Comparator<DeadLetterId> ORDER =
      Comparator.comparing(DeadLetterId::subscription).thenComparing(DeadLetterId::position);

  public DeadLetterId {
    if (subscription.isEmpty() || subscription.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The name of a subscription has 1 to %d characters, not %d."
              .formatted(LONGEST, subscription.length()));
    }
  }

  @Override
  public int compareTo(DeadLetterId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return subscription + " at " + position;
  }
}
