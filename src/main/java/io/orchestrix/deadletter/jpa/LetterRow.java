package io.orchestrix.deadletter.jpa;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.message.GlobalPosition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of {@code orx_dead_letter}. */
final class LetterRow {

  /** What a step may change, in the order of {@link #bind}; what names the letter comes last. */
  static final String CHANGED =
      "sequence_key, state, attempts, failure_code, failure_class, failure_message, failure_stack,"
          + " edited_payload, parked_at, changed_at, changes";

  static final String FIXED = "stream_id, version, type, revision";

  static final String ALL = "subscription, position, " + CHANGED + ", " + FIXED;

  /** How many columns are in {@link #CHANGED}. */
  static final int CHANGED_COLUMNS = 11;

  private static final int SUBJECT = 2 + CHANGED_COLUMNS;

  private LetterRow() {}

  static DeadLetter read(ResultSet row) throws SQLException {
    DeadLetterSubject subject =
        new DeadLetterSubject(
            new DeadLetterId(row.getString(1), new GlobalPosition(row.getLong(2))),
            row.getString(3),
            row.getString(SUBJECT + 1),
            row.getLong(SUBJECT + 2),
            row.getString(SUBJECT + 3),
            row.getInt(SUBJECT + 4));
    return new DeadLetter(
        subject,
        DeadLetterState.valueOf(row.getString(4)),
        row.getInt(5),
        failure(row),
        row.getString(10),
        row.getObject(11, OffsetDateTime.class).toInstant(),
        row.getObject(12, OffsetDateTime.class).toInstant(),
        row.getLong(13));
  }

  private static @Nullable Failure failure(ResultSet row) throws SQLException {
    String className = row.getString(7);
    return className == null
        ? null
        : new Failure(row.getString(6), className, row.getString(8), row.getString(9));
  }

  /** Fills in {@link #CHANGED}, from the first parameter on. */
  static void bind(PreparedStatement statement, DeadLetter letter) throws SQLException {
    Failure failure = letter.failure();
    statement.setString(1, letter.sequence());
    statement.setString(2, letter.state().name());
    statement.setInt(3, letter.attempts());
    statement.setString(4, failure == null ? null : failure.code());
    statement.setString(5, failure == null ? null : failure.className());
    statement.setString(6, failure == null ? null : failure.message());
    statement.setString(7, failure == null ? null : failure.stack());
    statement.setString(8, letter.editedPayload());
    statement.setObject(9, time(letter.parkedAt()));
    statement.setObject(10, time(letter.changedAt()));
    statement.setLong(11, letter.changes());
  }

  /** Fills in the two columns of the primary key. */
  static void bind(PreparedStatement statement, int from, DeadLetterId id) throws SQLException {
    statement.setString(from, id.subscription());
    statement.setLong(from + 1, id.position().value());
  }

  /** Fills in {@link #FIXED}. */
  static void bind(PreparedStatement statement, int from, DeadLetterSubject subject)
      throws SQLException {
    statement.setString(from, subject.stream());
    statement.setLong(from + 1, subject.version());
    statement.setString(from + 2, subject.type());
    statement.setInt(from + 3, subject.revision());
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
