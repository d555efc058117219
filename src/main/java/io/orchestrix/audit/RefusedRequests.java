package io.orchestrix.audit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.config.AuditMode;

/**
 * Writes down what an edge refuses somebody who lacks a right, before anything of it has begun.
 * Only for those who have logged in: all others could fill the log. Never fails. Thread-safe.
 */
public final class RefusedRequests {

  private final Recording recording;
  private final AuditMode mode;

  /**
   * @param mode whether commands, and whether actions are written
   */
  public RefusedRequests(AuditServices services, AuditMode mode) {
    this.recording = new Recording(services);
    this.mode = mode;
  }

  /**
   * A command was refused before it was read, so nobody knows whom it is for.
   *
   * @param name of a command that the application has
   */
  public void command(String name, OrchestrixException failure) {
    if (mode == AuditMode.ALL) {
      write(Kind.COMMAND, name, "", failure);
    }
  }

  /**
   * Anything else was refused.
   *
   * @param what was asked for, in words of the edge and not of who asks
   * @param target what it would have acted on, as he says it; at most 512 characters
   */
  public void action(String what, String target, OrchestrixException failure) {
    if (mode != AuditMode.NONE) {
      write(Kind.ACTION, what, target, failure);
    }
  }

  private void write(Kind kind, String what, String target, OrchestrixException failure) {
    AuditServices services = recording.services();
    recording.failed(
        new Audited(
            kind,
            what,
            target,
            null,
            services.current().origin(),
            services.clock().instant(),
            "",
            ""),
        failure);
  }
}
