package io.orchestrix.subscription;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadletter.DeadLetter;

/** A subscription cannot do what it was asked for. */
public final class SubscriptionException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private SubscriptionException(String code, Kind kind, String message) {
    super(code, kind, message);
  }

  static SubscriptionException eventIsGone(DeadLetter letter) {
    return new SubscriptionException(
        "ORX-3205",
        Kind.NOT_FOUND,
        "The event of the dead letter %s is not in the store any more: its stream %s was deleted. Discard the letter."
            .formatted(letter.id(), letter.subject().stream()));
  }

  /** There is no subscription of that name. */
  public static SubscriptionException unknown(String subscription) {
    return new SubscriptionException(
        "ORX-3206",
        Kind.NOT_FOUND,
        "There is no subscription '%s'. One is there as soon as an application that has it has started."
            .formatted(subscription));
  }
}
