package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import org.jspecify.annotations.Nullable;

/** Writes down how commands end. Thread-safe. */
public final class CommandAudit {

  private final Recording recording;
  private final LastPosition positions;

  /**
   * @param positions is told of every append
   */
  public CommandAudit(AuditServices services, LastPosition positions) {
    this.recording = new Recording(services);
    this.positions = positions;
  }

  /** Notes what the command stores whose handling begins. */
  public LastPosition.Noting begin() {
    return positions.begin();
  }

  /**
   * A command was done, in the unit of work of the thread; so it is written if that commits.
   *
   * @param target whom it is for; empty if it says none
   * @param position of the last event that it has stored
   */
  public void done(Metadata command, String target, @Nullable GlobalPosition position) {
    recording.done(audited(command, target), Outcome.SUCCEEDED, position);
  }

  /** A command had been done before, and got the same answer again. */
  public void repeated(Metadata command, String target) {
    recording.done(audited(command, target), Outcome.REPEATED, null);
  }

  /**
   * A command was not done, and nothing of it is kept. Never fails. A conflict inside of a unit of
   * work of the library is left to whoever began that, as he tries again.
   */
  public void failed(Metadata command, String target, Throwable failure) {
    recording.failed(audited(command, target), failure);
  }

  private static Audited audited(Metadata command, String target) {
    Origin origin = new Origin(command.correlationId(), command.causationId(), null);
    return new Audited(
        Kind.COMMAND, command.type(), target, command.id(), origin, command.time(), "", "");
  }
}
