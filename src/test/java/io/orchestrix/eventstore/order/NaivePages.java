package io.orchestrix.eventstore.order;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.PooledDataSource;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The reader that loses events: it shows that the tests can fail. */
record NaivePages(PooledDataSource dataSource, String schema) {

  List<RecordedEvent> after(GlobalPosition last, int atMost) {
    String query =
        "select position, stream_id, version, event_id from \"%s\".orx_event where position > ? order by position limit ?"
            .formatted(schema);
    DataSource source = dataSource.get();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, last.value());
      statement.setInt(2, atMost);
      List<RecordedEvent> page = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(event(rows));
        }
      }
      return page;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordedEvent event(ResultSet row) throws SQLException {
    UUID id = row.getObject(4, UUID.class);
    return new RecordedEvent(
        StreamId.parse(row.getString(2)),
        row.getLong(3),
        new GlobalPosition(row.getLong(1)),
        new Metadata(id, "appended", "/test", null, Instant.EPOCH, id, null, null),
        1,
        List.of(new Appended("", 0)));
  }
}
