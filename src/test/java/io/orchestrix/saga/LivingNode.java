package io.orchestrix.saga;

import io.orchestrix.cdi.DeadlineLife;
import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.saga.Transfers.Requested;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An application with transfers that beats by itself, as a server lets it. */
record LivingNode(Container container, ScheduledExecutorService timer) implements AutoCloseable {

  static LivingNode start(TestDatabase database, String schema, Class<?>... more) {
    Class<?>[] application =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    Transfers.class,
                    Requested.class,
                    Bank.class,
                    Bank.Account.class,
                    Bank.Booked.class),
                java.util.stream.Stream.of(more))
            .toArray(Class<?>[]::new);
    return of(database, schema, application);
  }

  /** With another application. */
  static LivingNode of(TestDatabase database, String schema, Class<?>... application) {
    Container container =
        Container.startWith(
            Map.of(
                "orchestrix.db-schema", schema,
                "orchestrix.sagas.retry.pause", "PT0.1S",
                "orchestrix.subscriptions.lease", "PT2S"),
            database,
            application);
    return new LivingNode(container, Executors.newSingleThreadScheduledExecutor());
  }

  LivingNode begin() {
    SubscriptionLife subscriptions = container.get(SubscriptionLife.class);
    DeadlineLife deadlines = container.get(DeadlineLife.class);
    subscriptions.begin();
    deadlines.begin(
        delay -> {
          Future<?> unused = timer.schedule(deadlines::ring, delay.toNanos(), TimeUnit.NANOSECONDS);
        });
    every(250, subscriptions::beat);
    every(250, deadlines::beat);
    return this;
  }

  private void every(long millis, Runnable beat) {
    Future<?> unused = timer.scheduleWithFixedDelay(beat, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Asks for transfers, each in a stream of its own, in one transaction. */
  void request(List<Requested> transfers) {
    MetadataFactory metadata = container.get(MetadataFactory.class);
    container
        .get(EventStore.class)
        .append(
            transfers.stream()
                .map(
                    each ->
                        new Append(
                            new StreamId("request", each.transferId()),
                            AppendCondition.noStream(),
                            List.of(
                                new NewEvent(
                                    metadata.create(
                                        EventTypes.nameOf(Requested.class), each.transferId()),
                                    each))))
                .toList());
  }

  Sagas sagas() {
    return container.get(Sagas.class);
  }

  long number(String query) {
    return container.dataSource().number(query);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    container.get(SubscriptionLife.class).end();
    container.get(DeadlineLife.class).end();
    container.close();
  }
}
