package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.rest.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each letter that was to be tried again. The subscription tries them soon after.
 *
 * @param accepted how many are tried
 * @param refused how many are not
 * @param items each letter, in the order in which they were asked for
 */
public record RetryReport(long accepted, long refused, List<RetriedLetter> items) {

  /**
   * A letter.
   *
   * @param subscription the name of the subscription
   * @param position the place of the event
   * @param code why it is not tried; {@code null} if it is
   * @param detail the same for people
   */
  public record RetriedLetter(
      String subscription, long position, @Nullable String code, @Nullable String detail) {

    static RetriedLetter accepted(DeadLetterId id) {
      return new RetriedLetter(id.subscription(), id.position().value(), null, null);
    }

    static RetriedLetter refused(DeadLetterId id, OrchestrixException why) {
      return new RetriedLetter(
          id.subscription(),
          id.position().value(),
          why.code(),
          String.valueOf(Problem.of(why, null).members().get("detail")));
    }
  }

  static RetryReport of(List<RetriedLetter> items) {
    long refused = items.stream().filter(item -> item.code() != null).count();
    return new RetryReport(items.size() - refused, refused, items);
  }
}
