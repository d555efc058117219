package io.orchestrix.projection;

import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An application that counts, in a container without a server, whose node lives by itself. */
final class TallyApplication implements AutoCloseable {

  private final Container container;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private TallyApplication(Container container) {
    this.container = container;
  }

  /** With tables in a schema; those of another application on that schema are shared. */
  static TallyApplication start(
      TestDatabase database, String schema, Map<String, String> settings, Class<?>... beans) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("orchestrix.db-schema", schema);
    TallyApplication started = new TallyApplication(Container.startWith(all, database, beans));
    started.makeTable();
    started.live();
    return started;
  }

  private void makeTable() {
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists tally (version integer not null, name varchar(50) not null,"
              + " total bigint not null, last_position bigint not null,"
              + " primary key (version, name))");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves the next test a database without what was counted. */
  void forget() {
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table tally");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void live() {
    SubscriptionLife life = container.get(SubscriptionLife.class);
    if (life.begin()) {
      long pause = life.pause().toMillis();
      ScheduledFuture<?> unused =
          timer.scheduleAtFixedRate(life::beat, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  Projections projections() {
    return container.get(Projections.class);
  }

  Container container() {
    return container;
  }

  GlobalPosition tally(String name, int by) {
    StreamId stream = new StreamId("tally", name);
    NewEvent event =
        new NewEvent(
            container.get(MetadataFactory.class).create("tallied", stream.toString()),
            new Tallied(name, by));
    return container
        .get(EventStore.class)
        .append(stream, AppendCondition.any(), java.util.List.of(event))
        .position();
  }

  boolean await(GlobalPosition position) {
    return projections().await("tallies", position, Duration.ofSeconds(20));
  }

  /** What readers see. */
  Map<String, Long> totals() {
    return container
        .get(UnitOfWork.class)
        .get(() -> totals(projections().live("tallies").version()));
  }

  /** What a version says. */
  Map<String, Long> totals(int version) {
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select name, total from tally where version = " + version)) {
      Map<String, Long> totals = new TreeMap<>();
      while (rows.next()) {
        totals.put(rows.getString(1), rows.getLong(2));
      }
      return totals;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the log says. */
  Map<String, Long> fold() {
    Map<String, Long> totals = new TreeMap<>();
    container
        .get(EventStore.class)
        .readAll()
        .map(event -> (Tallied) event.payload())
        .filter(event -> event.by() >= 0)
        .forEach(event -> totals.merge(event.name(), (long) event.by(), Long::sum));
    return totals;
  }

  /** As when its process ends by a signal. */
  @Override
  public void close() {
    timer.shutdownNow();
    container.get(SubscriptionLife.class).end();
    container.close();
  }
}
