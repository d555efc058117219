package io.orchestrix.eventstore;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.GlobalPosition;
import org.jspecify.annotations.Nullable;

/** The event store cannot work as it is set up. */
public final class StoreException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  /** The code of {@link #duplicateEvent}. */
  public static final String DUPLICATE_EVENT = "ORX-3004";

  private StoreException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  /** The database refused a statement for a reason that trying again does not mend. */
  public static StoreException statementFailed(String tried, Throwable cause) {
    return new StoreException(
        "ORX-3002",
        "Tried to %s; the database refused (see the cause). Compare its tables with orchestrix.schema=validate."
            .formatted(tried),
        cause);
  }

  /** An event's id is stored already. */
  public static StoreException duplicateEvent(StreamId stream, @Nullable Throwable cause) {
    return new StoreException(
        DUPLICATE_EVENT,
        "Tried to append to %s an event whose id is stored already, but not all of them, or not there. Give every event its own id."
            .formatted(stream),
        cause);
  }

  /** The transaction isolation level would let a reader skip events. */
  public static StoreException wrongIsolation(String level) {
    return new StoreException(
        "ORX-3005",
        "Tried to read all events in a transaction of isolation level '%s', where a reader could skip "
                .formatted(level)
            + "some. Set the data source to 'read committed'.",
        null);
  }

  /** The server made no persistence unit, or one without a data source. */
  public static StoreException noDataSource() {
    return new StoreException(
        "ORX-3006",
        "The server could not make the persistence unit orchestrix: it has no data source jdbc/orchestrix, no Hibernate, or the database is away. Its log says which; mend that, then start the application again.",
        null);
  }

  /** A stored event says nothing to this version of the application. */
  public static StoreException unreadable(
      StreamId stream, long version, GlobalPosition position, OrchestrixException cause) {
    return new StoreException(
        "ORX-3011",
        "Tried to read event %d of %s, at position %s: %s"
            .formatted(version, stream, position, cause.getMessage()),
        cause);
  }
}
