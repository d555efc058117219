package io.orchestrix.deadline;

import io.orchestrix.message.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen at a time. Times are in microseconds, as databases keep them; finer
 * parts are rounded up, so that nothing comes early.
 *
 * @param key which one
 * @param id of this very scheduling: whoever schedules anew under the same key makes another one
 * @param dueAt when it is to happen
 * @param tryAt when it is tried next: the time that it is due, and later ones after failures;
 *     {@code null} if it was given up and waits for somebody to look
 * @param payload what its handler needs to know, as text; empty if that is nothing
 * @param origin what it was scheduled by, to be continued
 * @param caller on whose behalf; empty if nobody's
 * @param attempts how often it has failed
 * @param failure how it failed last; {@code null} if it has not
 */
public record Deadline(
    DeadlineKey key,
    UUID id,
    Instant dueAt,
    @Nullable Instant tryAt,
    String payload,
    Origin origin,
    String caller,
    int attempts,
    @Nullable String failure) {

  public Deadline {
    dueAt = roundedUp(dueAt);
    tryAt = tryAt == null ? null : roundedUp(tryAt);
  }

  /** A new one. */
  public static Deadline of(
      DeadlineKey key, Instant dueAt, String payload, Origin origin, String caller) {
    return new Deadline(key, UUID.randomUUID(), dueAt, dueAt, payload, origin, caller, 0, null);
  }

  /**
   * The same one after a failure.
   *
   * @param next when to try again; {@code null} to give it up
   */
  public Deadline failed(@Nullable Instant next, String failure) {
    return new Deadline(key, id, dueAt, next, payload, origin, caller, attempts + 1, failure);
  }

  /** The same one as if it had never been tried, to be tried at {@code time}. */
  public Deadline renewed(Instant time) {
    return new Deadline(key, id, dueAt, time, payload, origin, caller, 0, failure);
  }

  /** The same one at another time, as if it had never been tried. */
  Deadline movedTo(Instant time) {
    return new Deadline(key, UUID.randomUUID(), time, time, payload, origin, caller, 0, null);
  }

  /** How it stands with it. */
  public DeadlineState state() {
    if (isStopped()) {
      return DeadlineState.GIVEN_UP;
    }
    return attempts == 0 ? DeadlineState.WAITING : DeadlineState.RETRYING;
  }

  /** Whether it was given up. */
  public boolean isStopped() {
    return tryAt == null;
  }

  private static Instant roundedUp(Instant time) {
    Instant micros = time.truncatedTo(ChronoUnit.MICROS);
    return micros.equals(time) ? time : micros.plus(1, ChronoUnit.MICROS);
  }
}
