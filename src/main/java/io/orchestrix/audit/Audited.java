package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.message.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a command or an action before it has ended.
 *
 * @param messageId {@code null} for an action, and for a command that was not read
 * @param origin of what conversation it is, and by what it was caused
 * @param since when it began
 * @param by who says that he does it, where nobody has logged in
 */
record Audited(
    Kind kind,
    String what,
    String target,
    @Nullable UUID messageId,
    Origin origin,
    Instant since,
    String reason,
    String by) {}
