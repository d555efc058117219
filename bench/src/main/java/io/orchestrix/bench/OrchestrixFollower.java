package io.orchestrix.bench;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.deadletter.jpa.JpaDeadLetterStore;
import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.harness.Container;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.monitor.GuardedMonitor;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.projection.ProjectionSubscriptions;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.projection.RegisteredProjection;
import io.orchestrix.projection.jpa.JpaReadModelStore;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.SubscriptionServices;
import io.orchestrix.subscription.jpa.JpaSegmentStore;
import io.orchestrix.unitofwork.UnitOfWork;
import java.lang.reflect.Parameter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The projections of the library on its JPA store, with the settings of who sets none. */
final class OrchestrixFollower implements Follower {

  private static final String SCHEMA = "bench_orchestrix_read";

  /** The methods of these projections take nothing but events. */
  private static final ParameterValues.Call NOTHING_ELSE =
      new ParameterValues.Call() {
        @Override
        public Object get(Parameter parameter) {
          throw new IllegalArgumentException(parameter.toString());
        }

        @Override
        public void close() {}
      };

  private final Postgres postgres;
  private final Container container;
  private final Settings settings = Settings.ofApplication();
  private final Tables tables;
  private final BalanceTable balances;
  private final ReadModelUnit readModel;
  private final UnitOfWork unitOfWork;
  private final JpaSegmentStore segments;
  private final BookingStore bookings;

  OrchestrixFollower(Postgres postgres) throws SQLException {
    this.postgres = postgres;
    container =
        Container.startWith(
            Map.of("orchestrix.db-schema", SCHEMA),
            postgres.database(),
            Account.class,
            Accounts.class);
    tables = new OrchestrixTables(postgres, SCHEMA);
    balances = new BalanceTable(postgres, SCHEMA);
    balances.create();
    readModel = ReadModelUnit.on(container.dataSource().get(), SCHEMA);
    unitOfWork = container.get(UnitOfWork.class);
    segments = new JpaSegmentStore(persistence().entities(), SCHEMA, unitOfWork);
    bookings = new BookingStore(container, SCHEMA);
  }

  private StorePersistence persistence() {
    return container.get(StorePersistence.class);
  }

  @Override
  public String name() {
    return "orchestrix";
  }

  @Override
  public Tables tables() {
    return tables;
  }

  BookingStore bookings() {
    return bookings;
  }

  BalanceTable balances() {
    return balances;
  }

  @Override
  public Duration replayBalances(Filling filling, int parts) throws SQLException {
    balances.empty();
    Duration elapsed = replay(subscription(newBalances(), parts));
    balances.mustHold(filling);
    return elapsed;
  }

  @Override
  public Duration replayCounting(Filling filling) throws SQLException {
    Counting counting = new Counting();
    Duration elapsed = replay(subscription(counting, 1));
    counting.mustHaveCounted(filling.events());
    return elapsed;
  }

  private Duration replay(Subscription subscription) throws SQLException {
    GlobalPosition last = new GlobalPosition(tables.last());
    postgres.checkpoint();
    try (Following following = follow(List.of(subscription))) {
      long start = System.nanoTime();
      following.start();
      following.await(last);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private Balances newBalances() {
    return new Balances(readModel::entities);
  }

  TimedBalances newTimedBalances() {
    return new TimedBalances(newBalances(), unitOfWork);
  }

  /** The one of a projection, under a name of its own. */
  Subscription subscription(Object projection, int parts) {
    RegisteredProjection registered =
        RegisteredProjection.of(
            ProjectionType.of(projection.getClass()),
            work -> work.on(projection, NOTHING_ELSE),
            settings);
    Subscription usual =
        new ProjectionSubscriptions(
                List.of(registered),
                new JpaReadModelStore(persistence().entities(), SCHEMA, unitOfWork),
                segments,
                container.get(CurrentMessage.class),
                Clock.systemUTC())
            .get()
            .iterator()
            .next();
    return new Subscription(
        usual.name() + "-" + UUID.randomUUID(),
        usual.handler(),
        usual.sequencing(),
        parts,
        usual.batch(),
        usual.start(),
        usual.replayedTo(),
        usual.bound());
  }

  Following follow(List<Subscription> subscriptions) {
    FollowerThreads threads = new FollowerThreads();
    SubscriptionServices services =
        new SubscriptionServices(
            bookings.events(),
            segments,
            container.get(EventFormat.class),
            new JpaDeadLetterStore(persistence().entities(), SCHEMA),
            unitOfWork,
            threads,
            new GuardedMonitor(Monitor.NONE),
            Clock.systemUTC(),
            UUID.randomUUID().toString(),
            settings.get(Keys.LEASE),
            settings.get(Keys.POLL));
    return new Following(subscriptions, services, threads);
  }

  @Override
  public void close() {
    readModel.close();
    container.close();
  }
}
