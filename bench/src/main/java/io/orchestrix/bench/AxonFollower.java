package io.orchestrix.bench;

import io.agroal.api.AgroalDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jpa.JpaTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon Framework's tracking event processor; its tokens and the read model in JPA. */
final class AxonFollower implements Follower {

  private static final String SCHEMA = "bench_axon_read";

  /** How many events are read at once and handled in a transaction; 100 and 1 unless told. */
  private static final int BATCH = 1_000;

  private final Postgres postgres;
  private final Tables tables;
  private final BalanceTable balances;
  private final AgroalDataSource pool;
  private final EntityManagerFactory factory;
  private final AxonEntities entities;
  private final JacksonSerializer json = JacksonSerializer.defaultSerializer();
  private final EmbeddedEventStore store;
  private int processors;

  AxonFollower(Postgres postgres) throws SQLException {
    this.postgres = postgres;
    postgres.execute("create schema " + SCHEMA);
    tables = new AxonTables(postgres, SCHEMA);
    balances = new BalanceTable(postgres, SCHEMA);
    balances.create();
    postgres.execute(
        "create table "
            + SCHEMA
            + ".TokenEntry (processorName varchar(255), segment int, token oid,"
            + " tokenType varchar(255), timestamp varchar(255) not null, owner varchar(255),"
            + " primary key (processorName, segment))");
    pool = postgres.pool(SCHEMA);
    factory =
        Persistence.createEntityManagerFactory(
            "bench-axon", Map.of("jakarta.persistence.nonJtaDataSource", pool));
    entities = new AxonEntities(factory);
    store = EmbeddedEventStore.builder().storageEngine(engine()).build();
  }

  private JdbcEventStorageEngine engine() {
    AxonTransactions reading = new AxonTransactions(pool);
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(reading)
            .transactionManager(reading)
            .eventSerializer(json)
            .snapshotSerializer(json)
            .batchSize(BATCH)
            .build();
    reading.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    return engine;
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
  public Duration replayBalances(Filling filling, int segments) throws SQLException {
    balances.empty();
    Duration elapsed = replay(new Balances(entities::getEntityManager), segments);
    balances.mustHold(filling);
    return elapsed;
  }

  @Override
  public Duration replayCounting(Filling filling) throws SQLException {
    Counting counting = new Counting();
    Duration elapsed = replay(counting, 1);
    counting.mustHaveCounted(filling.events());
    return elapsed;
  }

  private Duration replay(Object handler, int segments) throws SQLException {
    long last = tables.last();
    postgres.checkpoint();
    TrackingEventProcessor processor = processor(handler, segments);
    long start = System.nanoTime();
    processor.start();
    while (!hasPassed(processor, segments, last)) {
      LockSupport.parkNanos(2_000_000);
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    processor.shutDown();
    return elapsed;
  }

  private TrackingEventProcessor processor(Object handler, int segments) {
    return TrackingEventProcessor.builder()
        .name("processor-" + ++processors)
        .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(handler).build())
        .messageSource(store)
        .tokenStore(
            JpaTokenStore.builder().entityManagerProvider(entities).serializer(json).build())
        .transactionManager(entities)
        .trackingEventProcessorConfiguration(
            TrackingEventProcessorConfiguration.forParallelProcessing(segments)
                .andInitialSegmentsCount(segments)
                .andBatchSize(BATCH))
        .build();
  }

  /** A position is told after its commit. */
  private static boolean hasPassed(TrackingEventProcessor processor, int segments, long last) {
    var working = processor.processingStatus().values();
    return working.size() == segments
        && working.stream().allMatch(segment -> segment.getCurrentPosition().orElse(-1) >= last);
  }

  @Override
  public void close() {
    store.shutDown();
    factory.close();
    pool.close();
  }
}
