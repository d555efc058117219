package io.orchestrix.rest.api;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not handle, or that waits behind one.
 *
 * @param subscription the name of the subscription
 * @param position the place of the event among all events
 * @param sequence the key of the events that are handled in order
 * @param stream that holds the event
 * @param version its place in that stream
 * @param type the name of its type
 * @param revision of its payload, as it was written
 * @param state how it stands with it
 * @param attempts how often its handling failed; 0 if it has only waited
 * @param failure the last one; {@code null} if it has only waited
 * @param edited whether the handler gets another payload than the stored one
 * @param parkedAt since when it is open, or was before it was closed
 * @param changedAt when something of it was changed last
 * @param changes how often it was changed
 */
public record DeadLetterView(
    String subscription,
    long position,
    String sequence,
    String stream,
    long version,
    String type,
    int revision,
    DeadLetterState state,
    int attempts,
    @Nullable FailureView failure,
    boolean edited,
    Instant parkedAt,
    Instant changedAt,
    long changes) {

  /**
   * A failure.
   *
   * @param code of it; empty if it has none
   * @param exception the class of it
   * @param message of it; {@code null} unless all may be seen
   */
  public record FailureView(String code, String exception, @Nullable String message) {}

  static DeadLetterView of(DeadLetter letter, PayloadViews views) {
    DeadLetterSubject subject = letter.subject();
    return new DeadLetterView(
        letter.id().subscription(),
        letter.id().position().value(),
        subject.sequence(),
        subject.stream(),
        subject.version(),
        subject.type(),
        subject.revision(),
        letter.state(),
        letter.attempts(),
        failure(letter.failure(), views),
        letter.editedPayload() != null,
        letter.parkedAt(),
        letter.changedAt(),
        letter.changes());
  }

  private static @Nullable FailureView failure(@Nullable Failure failure, PayloadViews views) {
    return failure == null
        ? null
        : new FailureView(
            failure.code(), failure.className(), views.isAllShown() ? failure.message() : null);
  }
}
