package io.orchestrix.bench;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon Framework on JDBC: its simple command bus, its embedded event store, Jackson. */
final class AxonContestant implements Contestant {

  /** How many events are read at once; 100 unless told. */
  private static final int BATCH = 1_000;

  private final Tables tables;
  private final AgroalDataSource pool;
  private final AxonTransactions transactions;
  private final Configuration configuration;
  private final CommandGateway commands;
  private final Repository<AxonAccount> accounts;

  AxonContestant(Postgres postgres) throws SQLException {
    String schema = "bench_axon";
    postgres.execute("create schema " + schema);
    tables = new AxonTables(postgres, schema);
    pool = postgres.pool(schema);
    transactions = new AxonTransactions(pool);
    configuration = configure(transactions);
    configuration.start();
    commands = configuration.commandGateway();
    accounts = configuration.repository(AxonAccount.class);
  }

  private static Configuration configure(AxonTransactions transactions) {
    JacksonSerializer json = JacksonSerializer.defaultSerializer();
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(transactions)
            .transactionManager(transactions)
            .eventSerializer(json)
            .snapshotSerializer(json)
            .batchSize(BATCH)
            // else it would go on to an empty batch, one statement more for every load
            .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
            .build();
    transactions.executeInTransaction(
        () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    return DefaultConfigurer.defaultConfiguration(false) // without modules that call home
        .configureSerializer(c -> json)
        .configureTransactionManager(c -> transactions)
        .configureEmbeddedEventStore(c -> engine)
        .configureAggregate(AggregateConfigurer.defaultConfiguration(AxonAccount.class))
        .buildConfiguration();
  }

  @Override
  public String name() {
    return "axon";
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void open(String account, int bookings) {
    commands.sendAndWait(new OpenAccount(account, bookings));
  }

  @Override
  public void book(String account) {
    commands.sendAndWait(new BookMoney(account));
  }

  @Override
  public Tally load(String account) throws Exception {
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(account));
    work.attachTransaction(transactions);
    return work.executeWithResult(() -> accounts.load(account).invoke(AxonAccount::tally))
        .getPayload();
  }

  @Override
  public Tally readAll(long stored) throws InterruptedException {
    InOrder reader = new InOrder();
    try (var stream = configuration.eventStore().openStream(null)) {
      for (long n = 1; n <= stored; n++) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        long position = event.trackingToken().position().orElseThrow();
        reader.see(position, (MoneyBooked) event.getPayload());
      }
    }
    return reader.tally();
  }

  @Override
  public void close() {
    configuration.shutdown();
    pool.close();
  }
}
