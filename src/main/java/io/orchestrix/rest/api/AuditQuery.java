package io.orchestrix.rest.api;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log are wanted; what is not given filters nothing. */
public class AuditQuery {

  /** Who did it; empty for nobody in particular. */
  @QueryParam("actor")
  @Nullable String actor;

  /** The name of the command or of the action. */
  @QueryParam("what")
  @Nullable String what;

  /** On whom. */
  @QueryParam("target")
  @Nullable String target;

  /** {@code command} or {@code action}. */
  @QueryParam("kind")
  @Nullable String kind;

  /** How it ended. */
  @QueryParam("outcome")
  @Nullable String outcome;

  /** The conversation. */
  @QueryParam("correlation")
  @Nullable String correlation;

  /** When at the earliest. */
  @QueryParam("from")
  @Nullable String from;

  /** Before when. */
  @QueryParam("until")
  @Nullable String until;

  AuditFilter filter() {
    return new AuditFilter(
        Parameters.text("actor", actor),
        Parameters.text("what", what),
        Parameters.text("target", target),
        Parameters.choice("kind", kind, AuditEntry.Kind.class),
        Parameters.choice("outcome", outcome, AuditEntry.Outcome.class),
        Parameters.uuid("correlation", correlation),
        Parameters.instant("from", from),
        Parameters.instant("until", until));
  }
}
