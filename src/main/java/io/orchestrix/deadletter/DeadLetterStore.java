package io.orchestrix.deadletter;

import io.orchestrix.message.GlobalPosition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps dead letters. All of it joins the unit of work of the thread, which has to be active, and
 * is undone with it. Thread-safe.
 *
 * <p>Of each sequence only one worker at a time parks, queues and handles letters; so nobody races
 * for the order. People change single letters meanwhile, and a change counts only if the letter is
 * still what it was when it was read: so neither overwrites the other.
 *
 * <p>A store implements what is not written here. The steps and their rules are the same for all.
 */
public interface DeadLetterStore extends DeadLetterReader {

  /**
   * Keeps an event that failed for good; its letter is PARKED, also if it was closed before.
   *
   * @param attempts how often its handling failed so far
   * @throws DeadLetterChangedException if the letter was changed meanwhile
   */
  default void park(DeadLetterSubject subject, Failure failure, int attempts, Instant now) {
    DeadLetter known = find(subject.id()).orElse(null);
    require(DeadLetterChange.park(known, subject, failure, attempts, now));
  }

  /**
   * Lets events wait behind an open letter of their sequence, all at once. Letters that are open
   * already stay as they are; closed ones are opened again.
   */
  void queue(Collection<DeadLetterSubject> subjects, Instant now);

  /** The keys of the sequences that have open letters: whose further events have to be queued. */
  Set<String> sequences(String subscription);

  /**
   * What can be tried now: the oldest open letter of each sequence if it is RETRYING or WAITING;
   * the latter are those that no earlier letter holds up any more. Oldest first.
   *
   * @param after the position of the last letter of the page before
   */
  List<DeadLetter> runnable(String subscription, GlobalPosition after, int atMost);

  /**
   * The event was handled.
   *
   * @param letter as it was read before
   * @throws DeadLetterChangedException if it was changed meanwhile, so that perhaps another payload
   *     or none was to be handled; let all of it be undone, and look again
   */
  default void handled(DeadLetter letter, Instant now) {
    require(DeadLetterChange.handle(letter, now));
  }

  /**
   * The event was tried again in vain; the letter is PARKED, with one attempt more.
   *
   * @param letter as it was read before
   * @throws DeadLetterChangedException if it was changed meanwhile
   */
  default void failedAgain(DeadLetter letter, Failure failure, Instant now) {
    require(DeadLetterChange.failAgain(letter, failure, now));
  }

  /**
   * Discards all open letters behind a position, as a replay from there brings their events again.
   *
   * @return how many
   */
  int discardOpen(String subscription, GlobalPosition after, String reason, Instant now);

  /** Forgets a subscription: all its letters and their histories. */
  void remove(String subscription);

  /**
   * Makes a letter what it is to be, and adds to its history.
   *
   * @return whether it was still as it had been read; otherwise nothing is done
   */
  boolean change(DeadLetterChange change);

  /**
   * Like {@link #change}.
   *
   * @throws DeadLetterChangedException if nothing is done
   */
  default void require(DeadLetterChange change) {
    if (!change(change)) {
      throw new DeadLetterChangedException(change);
    }
  }
}
