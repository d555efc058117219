package io.orchestrix.deadletter;

/** What happens to a dead letter and is kept in its history. */
public enum DeadLetterStep {
  /** Its event failed, whatever was known of it before: it becomes PARKED. */
  PARK,
  /** A person asks for another try: it becomes RETRYING. */
  RETRY,
  /** A person corrects what the handler gets; it stays as it is. */
  EDIT,
  /** The subscription has handled it: it becomes HANDLED. */
  HANDLE,
  /** The subscription has tried it in vain: it becomes PARKED. */
  FAIL_AGAIN,
  /** A person, or a replay, does without it: it becomes DISCARDED. */
  DISCARD;

  /** Whether it may happen to a letter in that state. */
  public boolean isPossibleIn(DeadLetterState state) {
    return switch (this) {
      case PARK -> true;
      case RETRY, EDIT -> state == DeadLetterState.PARKED || state == DeadLetterState.WAITING;
      case HANDLE, FAIL_AGAIN -> state.isRunnable();
      case DISCARD -> state.isOpen();
    };
  }

  /**
   * The state that it leads to.
   *
   * @throws DeadLetterException ORX-3303 if it is not possible
   */
  DeadLetterState of(DeadLetter letter) {
    if (!isPossibleIn(letter.state())) {
      throw DeadLetterException.impossible(this, letter);
    }
    return switch (this) {
      case PARK, FAIL_AGAIN -> DeadLetterState.PARKED;
      case RETRY -> DeadLetterState.RETRYING;
      case EDIT -> letter.state();
      case HANDLE -> DeadLetterState.HANDLED;
      case DISCARD -> DeadLetterState.DISCARDED;
    };
  }
}
