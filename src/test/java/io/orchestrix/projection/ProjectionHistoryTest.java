package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.order.Appended;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.CrashingPostgres;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What projections see while many write, a fifth of their transactions is rolled back, two nodes
 * share the segments, one of them comes and goes, and PostgreSQL is killed and comes back.
 */
class ProjectionHistoryTest {

  private static final Logger LOG = System.getLogger("history");
  private static final int STREAMS = 40;
  private static final int WRITERS = 8;
  private static final int EVENTS = Integer.getInteger("projection.events", 10_000);

  @TempDir Path data;

  private final AtomicInteger committed = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void each_event_takes_effect_once_and_in_order() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (CrashingPostgres postgres = CrashingPostgres.start(data)) {
      try (Living a = Living.start(postgres);
          Living b = Living.start(postgres)) {
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          SplittableRandom random = new SplittableRandom(i);
          Container writer = (i % 2 == 0 ? a : b).container();
          writing.add(threads.submit(() -> write(writer, random)));
        }
        postgresCrashesAt(EVENTS / 4, postgres);
        try (Living c = Living.start(postgres)) {
          postgresCrashesAt(EVENTS / 2, postgres);
          assertThat(c.container()).isNotNull();
        }
        for (Future<?> writer : writing) {
          writer.get(5, TimeUnit.MINUTES);
        }
        awaitTheEnd(a);
        LOG.log(Level.INFO, "{0} events, {1} transactions lost", number(a, ALL), lost.get());

        assertThat(number(a, ALL)).isGreaterThanOrEqualTo(committed.get());
        assertThat(number(a, "select count(*) from sighting")).isEqualTo(number(a, ALL));
        assertThat(number(a, "select count(distinct position) from sighting"))
            .isEqualTo(number(a, ALL));
        assertThat(number(a, "select count(*) from sighting where not in_order")).isZero();
        assertThat(number(a, "select count(*) from \"p\".orx_dead_letter")).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static final String ALL = "select count(*) from \"p\".orx_event";

  private static long number(Living node, String query) {
    return node.container().dataSource().number(query);
  }

  private void postgresCrashesAt(int events, CrashingPostgres postgres) throws Exception {
    await().atMost(Duration.ofMinutes(3)).until(() -> committed.get() >= events);
    postgres.crash();
  }

  private static void awaitTheEnd(Living node) {
    Projections projections = node.container().get(Projections.class);
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () ->
                Optional.ofNullable(projections.status("sightings").subscription())
                    .filter(status -> status.lag() == 0)
                    .isPresent());
  }

  private void write(Container container, SplittableRandom random) {
    while (committed.get() < EVENTS) {
      StreamId stream = new StreamId("hot", Integer.toString(random.nextInt(STREAMS)));
      int many = 1 + random.nextInt(4);
      boolean isRolledBack = random.nextInt(5) == 0;
      try {
        container
            .get(UnitOfWork.class)
            .get(
                () -> {
                  append(container, stream, many);
                  if (isRolledBack) {
                    throw new RolledBack();
                  }
                  return true;
                });
        committed.addAndGet(many);
      } catch (RolledBack e) {
        // nothing was kept, nothing is expected
      } catch (RuntimeException e) { // the database is away, or somebody was faster
        lost.incrementAndGet();
      }
    }
  }

  private static void append(Container container, StreamId stream, int many) {
    MetadataFactory metadata = container.get(MetadataFactory.class);
    List<NewEvent> events = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      events.add(
          new NewEvent(metadata.create("appended", stream.toString()), new Appended("x", i)));
    }
    container.get(EventStore.class).append(stream, AppendCondition.any(), events);
  }

  /** A node that beats by itself. */
  private record Living(Container container, ScheduledExecutorService timer)
      implements AutoCloseable {

    static Living start(CrashingPostgres postgres) {
      Container container =
          Container.startWith(
              Map.of(
                  "orchestrix.db-schema", "p",
                  "orchestrix.subscriptions.lease", "PT2S",
                  "orchestrix.projections.batch-events", "50"),
              postgres.database(),
              Appended.class,
              Sightings.class);
      makeTables(postgres);
      SubscriptionLife life = container.get(SubscriptionLife.class);
      life.begin();
      ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
      ScheduledFuture<?> unused =
          timer.scheduleWithFixedDelay(life::beat, 250, 250, TimeUnit.MILLISECONDS);
      return new Living(container, timer);
    }

    private static void makeTables(CrashingPostgres postgres) {
      try {
        postgres.run(
            "create table if not exists sighting (position bigint not null,"
                + " stream varchar(100) not null, version bigint not null,"
                + " in_order boolean not null)");
        postgres.run(
            "create table if not exists last_sighting (stream varchar(100) primary key,"
                + " version bigint not null)");
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      timer.shutdownNow();
      container.get(SubscriptionLife.class).end();
      container.close();
    }
  }
}
