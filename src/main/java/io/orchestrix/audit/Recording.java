package io.orchestrix.audit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.TimeOrderedIds;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes entries of what has happened, and writes them. Thread-safe. */
final class Recording {

  private static final Logger LOG = System.getLogger(Recording.class.getPackageName());

  private static final String LOST = "ORX-6201 An entry of the audit log could not be written: ";

  private final AuditServices services;
  private final TimeOrderedIds ids;

  Recording(AuditServices services) {
    this.services = services;
    this.ids = new TimeOrderedIds(services.clock());
  }

  AuditServices services() {
    return services;
  }

  /**
   * Writes in the unit of work of the thread what is done in it, unless nothing of that is kept
   * anyway: databases take nothing then, and what they say would hide why.
   */
  void done(Audited audited, Outcome outcome, @Nullable GlobalPosition position) {
    if (!services.unitOfWork().isDoomed()) {
      services.store().append(entry(audited, outcome, "", position));
    }
  }

  /** Writes what is done and committed already; if that cannot be, it is logged. */
  void doneBefore(Audited audited) {
    write(entry(audited, Outcome.SUCCEEDED, "", null));
  }

  /**
   * Writes what was not done, apart from the unit of work of the thread, of which nothing may be
   * kept; if that cannot be, it is logged. Never fails. A conflict inside of a unit of work of the
   * library is left to whoever began that, as he tries again.
   */
  void failed(Audited audited, Throwable failure) {
    if (isTriedAgain(failure)) {
      return;
    }
    AuditEntry entry = entry(audited, outcome(failure), code(failure), null);
    if (failure instanceof UnavailableException) { // to ask again would make everybody wait twice
      LOG.log(Level.ERROR, lost(entry));
      return;
    }
    if (!services.unitOfWork().isActive()) {
      write(entry);
      return;
    }
    try { // waiting here for a second connection could be for ever, when all do
      services.executor().execute(() -> write(entry));
    } catch (RuntimeException e) { // servers refuse in more than one way
      warn(entry, e);
    }
  }

  private boolean isTriedAgain(Throwable failure) {
    return failure instanceof ConflictException
        && services.current().isBound()
        && services.unitOfWork().isActive();
  }

  private void write(AuditEntry entry) {
    try {
      services
          .unitOfWork()
          .runOutside(() -> services.unitOfWork().run(() -> services.store().append(entry)));
    } catch (RuntimeException e) {
      warn(entry, e);
    }
  }

  private static void warn(AuditEntry entry, RuntimeException failure) {
    LOG.log(Level.ERROR, lost(entry), failure);
  }

  /** Says all that the entry would have said, in one line, so that nobody can forge another one. */
  private static String lost(AuditEntry entry) {
    return (LOST + entry).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
  }

  private AuditEntry entry(
      Audited audited, Outcome outcome, String code, @Nullable GlobalPosition position) {
    Instant now = services.clock().instant();
    return new AuditEntry(
        ids.create(),
        now,
        audited.kind(),
        audited.what(),
        audited.target(),
        actor(audited),
        services.caller().from(),
        audited.messageId(),
        audited.origin().correlationId(),
        audited.origin().causationId(),
        outcome,
        code,
        position,
        Duration.between(audited.since(), now),
        audited.reason());
  }

  private String actor(Audited audited) {
    String name = services.caller().name();
    return name.isEmpty() ? audited.by() : name;
  }

  private static Outcome outcome(Throwable failure) {
    return failure instanceof OrchestrixException known
        ? switch (known.kind()) {
          case INVALID, FORBIDDEN, NOT_FOUND, CONFLICT, REFUSED -> Outcome.REFUSED;
          case UNAVAILABLE, FAULT -> Outcome.FAILED;
          case UNKNOWN -> Outcome.UNKNOWN;
        }
        : Outcome.FAILED;
  }

  private static String code(Throwable failure) {
    return failure instanceof OrchestrixException known
        ? known.code()
        : failure.getClass().getName();
  }
}
