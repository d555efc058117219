package io.orchestrix.audit;

import io.orchestrix.message.BoundedText;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or tried. It never holds a payload, nor the message of a failure, which may
 * quote one.
 *
 * <p>A text that is too long is cut, and loses its NULs. Immutable.
 *
 * @param id unique, a UUID of version 7, so entries sort by the time at which they were written
 * @param time when it was written, in microseconds
 * @param kind a command or an administrative action
 * @param what the type name of the command, or the name of the action such as {@code saga.retry},
 *     or what an edge has refused, such as {@code POST sagas/{name}/{key}/{action}}; at most 255
 *     characters
 * @param target whom the command is for, by its {@code @TargetId}, or what was acted on; at most
 *     512 characters, empty if it says none
 * @param actor the name of who did it, at most 255 characters; empty for nobody in particular
 * @param origin from where: the address of the sender, {@code saga:NAME} or {@code deadline}; at
 *     most 255 characters, empty if it came from inside the application
 * @param messageId the command; {@code null} for an action, and where an edge has refused it before
 *     it was read
 * @param correlationId the conversation; {@code null} for an action outside any
 * @param causationId the message that caused it; {@code null} for the first
 * @param outcome how it ended
 * @param code of the failure, {@code ORX-nnnn}, or the name of its class where it has none; at most
 *     255 characters, empty without a failure
 * @param position of the last event that the command has stored; {@code null} if it stored none
 * @param elapsed from its sending until it was written here, in microseconds; the commit follows
 * @param reason that was given for an action, at most 1,000 characters; empty for a command
 */
public record AuditEntry(
    UUID id,
    Instant time,
    Kind kind,
    String what,
    String target,
    String actor,
    String origin,
    @Nullable UUID messageId,
    @Nullable UUID correlationId,
    @Nullable UUID causationId,
    Outcome outcome,
    String code,
    @Nullable GlobalPosition position,
    Duration elapsed,
    String reason) {

  static final int LONGEST_NAME = 255;
  static final int LONGEST_TARGET = 512;
  private static final int LONGEST_REASON = 1_000;

  /** What sort of doing. */
  public enum Kind {
    /** A command that was sent. */
    COMMAND,
    /** What somebody did who operates the application. */
    ACTION
  }

  /** How it ended. */
  public enum Outcome {
    /** Its effects are kept, as is this entry, in one transaction. */
    SUCCEEDED,
    /** It had been done before, under the same idempotency key, and got the same answer again. */
    REPEATED,
    /** It was not done: a rule, a right, its values or somebody faster forbade it. */
    REFUSED,
    /** It was not done: something is wrong or away. */
    FAILED,
    /** Whether it was done cannot be told, as the database went away while it committed. */
    UNKNOWN
  }

  public AuditEntry {
    time = time.truncatedTo(ChronoUnit.MICROS);
    what = BoundedText.beginning(what, LONGEST_NAME);
    target = BoundedText.beginning(target, LONGEST_TARGET);
    actor = BoundedText.beginning(actor, LONGEST_NAME);
    origin = BoundedText.beginning(origin, LONGEST_NAME);
    code = BoundedText.beginning(code, LONGEST_NAME);
    elapsed = elapsed.isNegative() ? Duration.ZERO : elapsed.truncatedTo(ChronoUnit.MICROS);
    reason = BoundedText.beginning(reason, LONGEST_REASON);
  }
}
