package io.orchestrix.deadletter;

/**
 * How it stands with a dead letter. {@link DeadLetterStep} says what leads from one state to
 * another:
 *
 * <pre>
 *   event failed ----> PARKED --retry--> RETRYING --handled--> HANDLED
 *                        ^                  |                     ^
 *                        +----failed again--+                     |
 *                        +----failed----- WAITING -----handled----+
 *   an earlier letter is open ----------> WAITING
 *   PARKED, WAITING, RETRYING --discard--> DISCARDED
 * </pre>
 *
 * <p>A letter is closed when its event was handled or discarded. Should the event come again,
 * because the subscription is replayed, and fail or wait again, then the letter is opened again.
 */
public enum DeadLetterState {
  /** The event failed; the letter waits for a person. */
  PARKED,
  /** An earlier letter of its sequence is open, or was until now. */
  WAITING,
  /** Somebody has asked for another try. */
  RETRYING,
  /** The event was handled. */
  HANDLED,
  /** Somebody has decided that the event is not handled. */
  DISCARDED;

  /** Whether later events of its sequence wait for it. */
  public boolean isOpen() {
    return this == PARKED || this == WAITING || this == RETRYING;
  }

  /** Whether the subscription tries the event, as soon as no earlier letter is open. */
  public boolean isRunnable() {
    return this == WAITING || this == RETRYING;
  }
}
