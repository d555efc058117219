package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException;
import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SubscriptionState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Operators do whatever they can to a projection on two nodes, all at once, while many write,
 * events are poisoned and healed, and a third node comes and goes: in the end each event has taken
 * effect once and in order.
 */
class OperatorsTest {

  private static final Logger LOG = System.getLogger("operators");
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("projection.operators", 15));
  private static final long SEED = Long.getLong("projection.seed", System.nanoTime());
  private static final int NAMES = 24;
  private static final int WRITERS = 2;
  private static final int OPERATORS = 4;

  private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");
  private final TestDatabase database = TestDatabase.postgres();
  private final AtomicLong last = new AtomicLong();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private final long end = System.nanoTime() + TIME.toNanos();

  private TallyApplication node() {
    return TallyApplication.start(
        database,
        schema,
        Map.of(
            "orchestrix.subscriptions.lease", "PT2S",
            "orchestrix.projections.batch-events", "50",
            "orchestrix.projections.old-kept", "PT0.2S"),
        Tallied.class,
        Operated.class);
  }

  @Test
  void whatever_they_do_each_event_takes_effect_once_and_in_order() throws Exception {
    LOG.log(Level.WARNING, "seed {0}", Long.toString(SEED));
    ExecutorService threads = Executors.newCachedThreadPool();
    try (TallyApplication a = node();
        TallyApplication b = node()) {
      makeTables(a);
      List<CompletableFuture<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        SplittableRandom random = new SplittableRandom(SEED + i);
        all.add(CompletableFuture.runAsync(() -> write(one(random, a, b), random), threads));
      }
      for (int i = 0; i < OPERATORS; i++) {
        SplittableRandom random = new SplittableRandom(SEED - 1 - i);
        all.add(CompletableFuture.runAsync(() -> operate(a, b, random), threads));
      }
      all.add(CompletableFuture.runAsync(this::comeAndGo, threads));
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

      settle(a);
      LOG.log(Level.WARNING, "{0} events, done {1}", number(a, EVENTS), done);
      int live = a.projections().live("operated").version();
      String ofLive = " from note where model = " + live;
      assertThat(number(a, "select count(*)" + ofLive)).isEqualTo(number(a, EVENTS));
      assertThat(number(a, "select count(distinct position)" + ofLive))
          .isEqualTo(number(a, EVENTS));
      assertThat(number(a, "select count(*)" + ofLive + " and not in_order")).isZero();
      assertThat(number(a, "select count(*) from thanks"))
          .as("what is not done on replay is done once")
          .isEqualTo(number(a, "select count(distinct position) from thanks"));
      assertThat(done.keySet()).contains("rebuild", "switchOver", "drop", "replay", "pause");
    } finally {
      Operated.POISONED.clear();
      threads.shutdownNow();
    }
  }

  private static final String EVENTS = "select count(*) from orx_event";

  private long number(TallyApplication node, String query) {
    return node.container()
        .dataSource()
        .number(query.replace("orx_event", "\"%s\".orx_event".formatted(schema)));
  }

  private static TallyApplication one(
      SplittableRandom random, TallyApplication a, TallyApplication b) {
    return random.nextBoolean() ? a : b;
  }

  private boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  private void write(TallyApplication node, SplittableRandom random) {
    while (!isOver()) {
      try {
        last.accumulateAndGet(node.tally("n" + random.nextInt(NAMES), 1).value(), Math::max);
      } catch (OrchestrixException e) {
        // somebody was faster
      }
    }
  }

  private void operate(TallyApplication a, TallyApplication b, SplittableRandom random) {
    while (!isOver()) {
      TallyApplication node = one(random, a, b);
      String what = "";
      try {
        what = operateOnce(node, random);
        done.computeIfAbsent(what, each -> new AtomicInteger()).incrementAndGet();
      } catch (OrchestrixException e) {
        done.computeIfAbsent(e.code(), each -> new AtomicInteger()).incrementAndGet();
      }
    }
  }

  private String operateOnce(TallyApplication node, SplittableRandom random) {
    Projections projections = node.projections();
    DeadLetterQueue letters = node.container().get(DeadLetterQueue.class);
    String name = "n" + random.nextInt(NAMES);
    switch (random.nextInt(12)) {
      case 0 -> {
        projections.pause("operated");
        return "pause";
      }
      case 1, 2 -> {
        projections.resume("operated");
        return "resume";
      }
      case 3 -> {
        projections.replay("operated");
        return "replay";
      }
      case 4 -> {
        long from = random.nextLong(last.get() + 1);
        projections.replay("operated", new GlobalPosition(from));
        return "replay from";
      }
      case 5, 6 -> {
        projections.rebuild("operated");
        return "rebuild";
      }
      case 7, 8 -> {
        projections.switchOver("operated");
        return "switchOver";
      }
      case 9 -> {
        projections.drop("operated");
        return "drop";
      }
      case 10 -> {
        if (!Operated.POISONED.remove(name) && Operated.POISONED.size() < 3) {
          Operated.POISONED.add(name);
        }
        return "poison";
      }
      default -> {
        letters.retryAll(DeadLetterQuery.ALL);
        return "retry";
      }
    }
  }

  private void comeAndGo() {
    while (!isOver()) {
      try (TallyApplication c = node()) {
        assertThat(c.projections().list()).isNotEmpty();
      } catch (OrchestrixException e) {
        done.computeIfAbsent("c " + e.code(), each -> new AtomicInteger()).incrementAndGet();
      }
    }
  }

  /** Everything is healed, and nobody asks for more. */
  private void settle(TallyApplication node) {
    Operated.POISONED.clear();
    DeadLetterQueue letters = node.container().get(DeadLetterQueue.class);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(e -> e instanceof OrchestrixException)
        .until(
            () -> {
              ProjectionStatus status = node.projections().status("operated");
              if (status.rebuild() != null) {
                node.projections().switchOver("operated");
              }
              node.projections().resume("operated");
              letters.retryAll(DeadLetterQuery.ALL);
              return status.rebuild() == null
                  && Optional.ofNullable(status.subscription())
                      .filter(found -> found.state() == SubscriptionState.LIVE)
                      .filter(found -> found.lag() == 0)
                      .isPresent()
                  && open(letters, status.live().subscription()) == 0;
            });
  }

  private static long open(DeadLetterQueue letters, String subscription) {
    return letters.counts().stream()
        .filter(count -> count.subscription().equals(subscription))
        .filter(count -> count.state().isOpen())
        .mapToLong(DeadLetterCount::letters)
        .sum();
  }

  private static void makeTables(TallyApplication node) throws SQLException {
    try (Connection connection = node.container().dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists note, thanks"); // of a run that was broken off
      statement.execute(
          "create table note (model integer not null, position bigint not null,"
              + " name varchar(50) not null, version bigint not null, in_order boolean not null)");
      statement.execute("create index note_name on note (model, name, version)");
      statement.execute("create table thanks (position bigint not null)");
    }
  }
}
