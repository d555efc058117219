package io.orchestrix.deadletter;

import io.orchestrix.message.BoundedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was once done to a dead letter.
 *
 * @param at when
 * @param who has done it, at most 255 characters; empty for the subscription itself, and where
 *     nobody has logged in
 * @param step what was done
 * @param reason why, at most 1,000 characters; for failures what was thrown
 * @param payloadBefore what an edit has replaced; {@code null} for the payload of the event store
 * @param payloadAfter what it was replaced by; {@code null} if this is no edit
 */
public record DeadLetterAction(
    Instant at,
    String who,
    DeadLetterStep step,
    String reason,
    @Nullable String payloadBefore,
    @Nullable String payloadAfter) {

  static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_WHO = 255;

  public DeadLetterAction {
    who = BoundedText.beginning(who, LONGEST_WHO);
    reason = BoundedText.beginning(reason, LONGEST_REASON);
  }

  /** One that edits nothing. */
  public DeadLetterAction(Instant at, String who, DeadLetterStep step, String reason) {
    this(at, who, step, reason, null, null);
  }
}
