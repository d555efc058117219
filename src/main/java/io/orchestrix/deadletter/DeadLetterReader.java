package io.orchestrix.deadletter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dead letters, in the unit of work of the thread, which has to be active. Thread-safe. "The
 * oldest" is the one with the lowest position.
 */
public interface DeadLetterReader {

  Optional<DeadLetter> find(DeadLetterId id);

  /** The oldest open letter of a sequence: the one that the others wait for. */
  Optional<DeadLetter> next(String subscription, String sequence);

  /**
   * A page of letters, by subscription, then oldest first.
   *
   * @param after the last letter of the page before; {@code null} for the first page
   */
  List<DeadLetter> page(DeadLetterQuery query, @Nullable DeadLetterId after, int atMost);

  /** What was done to a letter, oldest first. That it came to wait behind another is not kept. */
  List<DeadLetterAction> history(DeadLetterId id);

  /** All letters, counted: by subscription, then by the names of state and failure class. */
  List<DeadLetterCount> counts();

  /** The same of open letters only, which costs nothing that grows with those that are closed. */
  List<DeadLetterCount> openCounts();
}
