package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.rest.api.LettersRetry.LetterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for another try of many letters, each in a transaction of its own: one that is refused keeps
 * nothing from the others. Thread-safe.
 */
@ApplicationScoped
class LetterRetries {

  private static final int LONGEST_SUBSCRIPTION = 255;
  private static final int MOST = 500;

  @Inject DeadLetterQueue letters;
  @Inject ActingCaller caller;

  RetryReport of(@Nullable LettersRetry wanted) {
    caller.because(Reason.optional(wanted));
    List<LetterKey> keys = wanted == null ? null : wanted.letters();
    if (keys == null || keys.isEmpty() || keys.size() > MOST) {
      throw BodyException.of("letters", "1 to %d letters".formatted(MOST));
    }
    List<DeadLetterId> ids = keys.stream().map(LetterRetries::id).distinct().toList();
    return RetryReport.of(ids.stream().map(this::retry).toList());
  }

  private static DeadLetterId id(@Nullable LetterKey key) {
    String subscription = key == null ? null : key.subscription();
    if (key == null
        || subscription == null
        || subscription.isEmpty()
        || subscription.length() > LONGEST_SUBSCRIPTION
        || !PathText.isKept(subscription)
        || key.position() < 1) {
      throw BodyException.of("letters", "letters with a subscription and a position");
    }
    return new DeadLetterId(subscription, new GlobalPosition(key.position()));
  }

  private RetryReport.RetriedLetter retry(DeadLetterId id) {
    try {
      letters.retry(id);
      return RetryReport.RetriedLetter.accepted(id);
    } catch (OrchestrixException e) {
      return RetryReport.RetriedLetter.refused(id, e);
    }
  }
}
