package io.orchestrix.deadletter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are listed. Immutable.
 *
 * @param subscription the name; {@code null} for every
 * @param states in which they are; empty for any
 * @param sequence the key; {@code null} for every
 * @param failure the class name or the code of their last failure; {@code null} for any or none
 * @param firstOnly only the first open letter of each sequence: those that the others wait for
 */
public record DeadLetterQuery(
    @Nullable String subscription,
    Set<DeadLetterState> states,
    @Nullable String sequence,
    @Nullable String failure,
    boolean firstOnly) {

  /** All letters, closed ones, too. */
  public static final DeadLetterQuery ALL = new DeadLetterQuery(null, Set.of(), null, null, false);

  public DeadLetterQuery {
    states = Set.copyOf(states);
  }

  /** Only those of one subscription. */
  public DeadLetterQuery subscription(String name) {
    return new DeadLetterQuery(name, states, sequence, failure, firstOnly);
  }

  /** Only those in these states. */
  public DeadLetterQuery states(DeadLetterState... wanted) {
    return new DeadLetterQuery(subscription, Set.of(wanted), sequence, failure, firstOnly);
  }

  /** Only those of one sequence. */
  public DeadLetterQuery sequence(String key) {
    return new DeadLetterQuery(subscription, states, key, failure, firstOnly);
  }

  /** Only those whose last failure has this class name or this code. */
  public DeadLetterQuery failure(String classNameOrCode) {
    return new DeadLetterQuery(subscription, states, sequence, classNameOrCode, firstOnly);
  }

  /** Only the first open letter of each sequence. */
  public DeadLetterQuery onlyFirst() {
    return new DeadLetterQuery(subscription, states, sequence, failure, true);
  }

  /** Whether it lets a letter through, as far as the letter alone can tell. */
  public boolean admits(DeadLetter letter) {
    return (subscription == null || subscription.equals(letter.id().subscription()))
        && (states.isEmpty() || states.contains(letter.state()))
        && (sequence == null || sequence.equals(letter.sequence()))
        && (failure == null || isOf(failure, letter.failure()));
  }

  private static boolean isOf(String wanted, @Nullable Failure failure) {
    return failure != null && (wanted.equals(failure.className()) || wanted.equals(failure.code()));
  }
}
