package io.orchestrix.rest.api;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or tried.
 *
 * @param id of the entry
 * @param time when it was written
 * @param kind a command or an administrative action
 * @param what the name of the command or of the action
 * @param target whom the command is for, or what was acted on; empty if it says none
 * @param actor who did it; empty for nobody in particular
 * @param origin from where: the address of the sender, {@code saga:NAME} or {@code deadline}; empty
 *     if it came from inside the application
 * @param messageId the command
 * @param correlationId the conversation
 * @param causationId the message that caused it
 * @param outcome how it ended
 * @param code of the failure; empty without one
 * @param position of the last event that was stored
 * @param elapsed how long it took, ISO-8601
 * @param reason that was given for an action; empty for a command
 */
public record AuditView(
    UUID id,
    Instant time,
    AuditEntry.Kind kind,
    String what,
    String target,
    String actor,
    String origin,
    @Nullable UUID messageId,
    @Nullable UUID correlationId,
    @Nullable UUID causationId,
    AuditEntry.Outcome outcome,
    String code,
    @Nullable Long position,
    Duration elapsed,
    String reason) {

  static AuditView of(AuditEntry entry) {
    GlobalPosition position = entry.position();
    return new AuditView(
        entry.id(),
        entry.time(),
        entry.kind(),
        entry.what(),
        entry.target(),
        entry.actor(),
        entry.origin(),
        entry.messageId(),
        entry.correlationId(),
        entry.causationId(),
        entry.outcome(),
        entry.code(),
        position == null ? null : position.value(),
        entry.elapsed(),
        entry.reason());
  }
}
