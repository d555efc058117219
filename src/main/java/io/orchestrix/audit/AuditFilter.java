package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.message.BoundedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are listed: those that all of it admits. Texts are compared exactly, and cut as
 * those of entries are. Immutable.
 *
 * @param actor who; empty for nobody in particular, {@code null} for everybody
 * @param what the name of the command or the action; {@code null} for every
 * @param target on whom; {@code null} for every
 * @param kind a command or an action; {@code null} for both
 * @param outcome how it ended; {@code null} for however
 * @param correlationId of which conversation; {@code null} for any or none
 * @param from when at the earliest; {@code null} from the beginning on
 * @param until before when; {@code null} until now
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String what,
    @Nullable String target,
    @Nullable Kind kind,
    @Nullable Outcome outcome,
    @Nullable UUID correlationId,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(null, null, null, null, null, null, null, null);

  public AuditFilter {
    actor = cut(actor, AuditEntry.LONGEST_NAME);
    what = cut(what, AuditEntry.LONGEST_NAME);
    target = cut(target, AuditEntry.LONGEST_TARGET);
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null ? null : BoundedText.beginning(text, most);
  }

  /** Only what one did. */
  public AuditFilter actor(String name) {
    return new AuditFilter(name, what, target, kind, outcome, correlationId, from, until);
  }

  /** Only one command or action. */
  public AuditFilter what(String name) {
    return new AuditFilter(actor, name, target, kind, outcome, correlationId, from, until);
  }

  /** Only what was done to one. */
  public AuditFilter target(String id) {
    return new AuditFilter(actor, what, id, kind, outcome, correlationId, from, until);
  }

  /** Only commands, or only actions. */
  public AuditFilter kind(Kind wanted) {
    return new AuditFilter(actor, what, target, wanted, outcome, correlationId, from, until);
  }

  /** Only what ended so. */
  public AuditFilter outcome(Outcome wanted) {
    return new AuditFilter(actor, what, target, kind, wanted, correlationId, from, until);
  }

  /** Only one conversation. */
  public AuditFilter correlationId(UUID id) {
    return new AuditFilter(actor, what, target, kind, outcome, id, from, until);
  }

  /** Only what was written from then on. */
  public AuditFilter from(Instant time) {
    return new AuditFilter(actor, what, target, kind, outcome, correlationId, time, until);
  }

  /** Only what was written before. */
  public AuditFilter until(Instant time) {
    return new AuditFilter(actor, what, target, kind, outcome, correlationId, from, time);
  }

  /** Whether it lets an entry through. */
  public boolean admits(AuditEntry entry) {
    return isAny(actor, entry.actor())
        && isAny(what, entry.what())
        && isAny(target, entry.target())
        && isAny(kind, entry.kind())
        && isAny(outcome, entry.outcome())
        && isAny(correlationId, entry.correlationId())
        && (from == null || !entry.time().isBefore(from))
        && (until == null || entry.time().isBefore(until));
  }

  private static boolean isAny(@Nullable Object wanted, @Nullable Object is) {
    return wanted == null || wanted.equals(is);
  }
}
