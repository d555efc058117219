package io.orchestrix.command.jpa;

import io.orchestrix.command.IdempotencyStore.Execution;
import io.orchestrix.command.IdempotencyStore.Owned;
import io.orchestrix.command.KeyInUseException;
import io.orchestrix.message.Fingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The statements on {@code orx_idempotency}. */
final class ExecutionRows {

  private static final int LONGEST_CALLER = 255;

  private static final String UPSERT =
      """
      insert into %1$s (kept_until, fingerprint, caller, key_value, place)
      values (?, ?, ?, ?, ?)
      on conflict (caller, key_value, place) do update
        set kept_until = excluded.kept_until, fingerprint = excluded.fingerprint, answer = null
        where %1$s.kept_until <= ?
      """;

  private static final String MERGE =
      """
      merge into %s as t using (values (cast(? as timestamp with time zone), cast(? as varchar),
          cast(? as varchar), cast(? as varchar), cast(? as integer)))
        as n (kept_until, fingerprint, caller, key_value, place)
      on t.caller = n.caller and t.key_value = n.key_value and t.place = n.place
      when matched and t.kept_until <= ? then
        update set kept_until = n.kept_until, fingerprint = n.fingerprint, answer = null
      when not matched then
        insert (kept_until, fingerprint, caller, key_value, place)
        values (n.kept_until, n.fingerprint, n.caller, n.key_value, n.place)
      """;

  private final String insert;
  private final String select;
  private final String update;
  private final String delete;

  /**
   * @param upserts whether the database knows {@code on conflict}, which waits for rivals on other
   *     nodes
   */
  ExecutionRows(String schema, boolean upserts) {
    String table = "\"%s\".orx_idempotency".formatted(schema);
    String ofKey = " where caller = ? and key_value = ? and place = ?";
    this.insert = (upserts ? UPSERT : MERGE).formatted(table);
    this.select = "select fingerprint, answer from " + table + ofKey;
    this.update = "update " + table + " set answer = ?" + ofKey;
    this.delete =
        """
        delete from %1$s where (caller, key_value, place) in
          (select caller, key_value, place from %1$s where kept_until <= ? limit ?)
          and kept_until <= ? -- still, when it has waited for who takes the key anew
        """
            .formatted(table);
  }

  /** Whether the key was free. */
  boolean insert(Connection connection, Owned key, String fingerprint, Instant now, Instant until)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setObject(1, until.atOffset(ZoneOffset.UTC));
      statement.setString(2, fingerprint);
      bind(statement, 3, key);
      statement.setObject(6, now.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate() == 1;
    }
  }

  Execution find(Connection connection, Owned key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      bind(statement, 1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new KeyInUseException(key.key()); // another node has just forgotten it
        }
        return new Execution(row.getString(1), row.getString(2));
      }
    }
  }

  int update(Connection connection, Owned key, String answer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, answer);
      bind(statement, 2, key);
      return statement.executeUpdate();
    }
  }

  int delete(Connection connection, Instant now, int atMost) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setInt(2, atMost);
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int from, Owned key) throws SQLException {
    boolean fits = key.caller().length() <= LONGEST_CALLER;
    statement.setString(from, fits ? key.caller() : new Fingerprint().add(key.caller()).toString());
    statement.setString(from + 1, key.key().value());
    statement.setInt(from + 2, key.key().place());
  }
}
