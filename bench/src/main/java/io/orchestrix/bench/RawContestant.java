package io.orchestrix.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.orchestrix.config.SchemaMode;
import io.orchestrix.message.Metadata;
import io.orchestrix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The limit: the statements of the library and its JSON, and nothing around them. */
final class RawContestant implements Contestant {

  private final Tables tables;
  private final AgroalDataSource pool;
  private final JsonMapper json = JsonMapper.builder().build();

  RawContestant(Postgres postgres) throws SQLException {
    String schema = "bench_raw";
    tables = new OrchestrixTables(postgres, schema);
    pool = postgres.pool(schema);
    new Schema(() -> pool, schema, SchemaMode.MIGRATE).prepare();
  }

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void open(String account, int bookings) throws SQLException {
    inTransaction(
        statements -> {
          append(statements, account, List.of(), Tally.NOTHING, bookings);
          return Tally.NOTHING;
        });
  }

  @Override
  public void book(String account) throws SQLException {
    inTransaction(
        statements -> {
          List<Long> lock = statements.stream("account/" + account);
          Tally tally = load(statements, account);
          append(statements, account, lock, tally, 1);
          return tally;
        });
  }

  @Override
  public Tally load(String account) throws SQLException {
    return inTransaction(statements -> load(statements, account));
  }

  @Override
  public Tally readAll(long stored) throws SQLException {
    InOrder reader = new InOrder();
    for (List<RawEvent> page = pageAfter(0); !page.isEmpty(); ) {
      page.forEach(event -> reader.see(event.position(), decode(event)));
      page = pageAfter(page.get(page.size() - 1).position());
    }
    return reader.tally();
  }

  private List<RawEvent> pageAfter(long position) throws SQLException {
    return inTransaction(statements -> statements.ofAll(position));
  }

  private Tally load(RawStatements statements, String account) throws SQLException {
    Tally tally = Tally.NOTHING;
    List<RawEvent> page;
    do {
      page = statements.ofStream("account/" + account, tally.bookings());
      for (RawEvent event : page) {
        tally = tally.and(decode(event));
      }
    } while (page.size() == RawStatements.PAGE);
    return tally;
  }

  private void append(
      RawStatements statements, String account, List<Long> lock, Tally tally, int bookings)
      throws SQLException {
    String stream = "account/" + account;
    UUID command = UuidCreator.getTimeOrderedEpoch();
    List<RawEvent> events = new ArrayList<>();
    for (Tally before = tally; events.size() < bookings; ) {
      MoneyBooked event = before.next(account);
      before = before.and(event);
      UUID id = UuidCreator.getTimeOrderedEpoch();
      Metadata metadata =
          new Metadata(id, "MoneyBooked", "/bench", stream, Instant.now(), command, command, null);
      events.add(new RawEvent(0, 0, metadata, json.writeValueAsString(event)));
    }
    statements.append(stream, lock, tally.bookings(), events);
  }

  private MoneyBooked decode(RawEvent event) {
    return json.readValue(event.payload(), MoneyBooked.class);
  }

  private interface Work<T> {
    T with(RawStatements statements) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      T result = work.with(new RawStatements(connection));
      connection.commit();
      return result;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
