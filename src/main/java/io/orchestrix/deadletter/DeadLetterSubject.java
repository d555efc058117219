package io.orchestrix.deadletter;

/**
 * The event that a dead letter is about.
 *
 * @param id the subscription and the place of the event
 * @param sequence the key of the events that the subscription handles in order, such as the name of
 *     the stream; at most 301 characters, no NUL among them
 * @param stream the stream that holds the event
 * @param version its place in that stream
 * @param type the stored name of its type
 * @param revision of its type, as it was written
 */
public record DeadLetterSubject(
    DeadLetterId id, String sequence, String stream, long version, String type, int revision) {

  private static final int LONGEST = 301;

  /**
   * @throws IllegalArgumentException if no store could keep the sequence: shortened it would be
   *     another one
   */
  public DeadLetterSubject {
    if (sequence.length() > LONGEST || sequence.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "The key of a sequence has at most %d characters, no NUL among them; that of the event %s has %d."
              .formatted(LONGEST, id, sequence.length()));
    }
  }
}
