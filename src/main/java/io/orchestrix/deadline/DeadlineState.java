package io.orchestrix.deadline;

/** How it stands with a deadline. */
public enum DeadlineState {
  /** Its time has not come, or it is being handled. */
  WAITING,
  /** It has failed and is tried again. */
  RETRYING,
  /** It has failed for good and waits for somebody to look. */
  GIVEN_UP
}
