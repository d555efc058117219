package io.orchestrix.subscription;

/** How it stands with a subscription; the worst of its segments counts. */
public enum SubscriptionState {
  /** It has handled all events, but for those of the last moment. */
  LIVE,
  /** It handles events that were there before. */
  CATCHING_UP,
  /** An event has failed and will be tried again. */
  RETRYING,
  /** Somebody has paused it. */
  PAUSED,
  /** An event has failed and it stands still until it is resumed. */
  FAILED
}
