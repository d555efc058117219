package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.TimeOrderedIds;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Entries to test with; each is a millisecond later than the one before. */
final class Entries {

  static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final SettableClock clock = new SettableClock(BEGIN);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);
  private final UUID message = UUID.randomUUID();

  /** All of it is there. */
  AuditEntry full(String actor) {
    clock.advance(Duration.ofMillis(1));
    return new AuditEntry(
        ids.create(),
        clock.instant(),
        Kind.COMMAND,
        "OpenAccount",
        "ACC-1",
        actor,
        "203.0.113.7",
        message,
        UUID.randomUUID(),
        UUID.randomUUID(),
        Outcome.SUCCEEDED,
        "",
        new GlobalPosition(42),
        Duration.ofNanos(1_234_000),
        "");
  }

  AuditEntry of(String actor, Kind kind, String what, String target, Outcome outcome, UUID talk) {
    clock.advance(Duration.ofMillis(1));
    return new AuditEntry(
        ids.create(),
        clock.instant(),
        kind,
        what,
        target,
        actor,
        "",
        null,
        talk,
        null,
        outcome,
        outcome == Outcome.SUCCEEDED ? "" : "ORX-2110",
        null,
        Duration.ZERO,
        "because ☃");
  }
}
