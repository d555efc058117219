package io.orchestrix.deadletter;

import io.orchestrix.message.StoredPayload;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not handle, or that waits behind one.
 *
 * @param subject the event
 * @param state how it stands with it
 * @param attempts how often its handling failed; 0 if it has only waited
 * @param failure the last one; {@code null} if it has only waited
 * @param editedPayload what the handler gets instead of the stored payload, as JSON; {@code null}
 *     for the stored one. It stays when the letter is opened again
 * @param parkedAt since when it is open, or was before it was closed
 * @param changedAt when something of it was changed last
 * @param changes how often it was changed, from 1: the optimistic lock
 */
public record DeadLetter(
    DeadLetterSubject subject,
    DeadLetterState state,
    int attempts,
    @Nullable Failure failure,
    @Nullable String editedPayload,
    Instant parkedAt,
    Instant changedAt,
    long changes) {

  /** A letter that waits behind another. */
  public static DeadLetter waiting(DeadLetterSubject subject, Instant now) {
    return new DeadLetter(subject, DeadLetterState.WAITING, 0, null, null, now, now, 1);
  }

  public DeadLetterId id() {
    return subject.id();
  }

  public String sequence() {
    return subject.sequence();
  }

  /**
   * What the handler gets instead of what the store holds, for {@code EventFormat.decode}; empty if
   * nobody has edited it.
   */
  public Optional<StoredPayload> edited() {
    return editedPayload == null
        ? Optional.empty()
        : Optional.of(new StoredPayload(subject.type(), subject.revision(), editedPayload));
  }

  /** Its event comes again and waits behind another; only where it is closed. */
  public DeadLetter waitingAgain(DeadLetterSubject again, Instant now) {
    return new DeadLetter(
        again, DeadLetterState.WAITING, 0, null, editedPayload, now, now, changes + 1);
  }

  DeadLetter in(DeadLetterState next, Instant now) {
    return new DeadLetter(
        subject, next, attempts, failure, editedPayload, parkedAt, now, changes + 1);
  }

  DeadLetter failed(DeadLetterState next, Failure again, Instant now) {
    return new DeadLetter(
        subject, next, attempts + 1, again, editedPayload, parkedAt, now, changes + 1);
  }

  DeadLetter edited(String payload, Instant now) {
    return new DeadLetter(subject, state, attempts, failure, payload, parkedAt, now, changes + 1);
  }
}
