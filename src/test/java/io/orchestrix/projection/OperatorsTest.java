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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Operators do whatever they can to a projection on two nodes, all at once, while many write,
 * events are poisoned and healed, and a third node comes and goes: in the end each event has taken
 * effect once and in order.
 */
class OperatorsTest {

  private static final Logger LOG = System.getLogger("operators");
  private static final int ROUNDS = Integer.getInteger("projection.rounds", 6);
  private static final long ROUND = Duration.ofSeconds(2).toNanos();
  private static final long SEED = Long.getLong("projection.seed", System.nanoTime());
  private static final int NAMES = 24;
  private static final int WRITERS = 2;
  private static final int OPERATORS = 3;

  private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");
  private final TestDatabase database = TestDatabase.postgres();
  private final AtomicLong last = new AtomicLong();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private volatile long end;

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
    SplittableRandom random = new SplittableRandom(SEED);
    try (TallyApplication a = node();
        TallyApplication b = node()) {
      makeTables(a);
      for (int round = 0; round < ROUNDS; round++) {
        end = System.nanoTime() + ROUND;
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          all.add(run(threads, random.split(), own -> write(one(own, a, b), own)));
        }
        for (int i = 0; i < OPERATORS; i++) {
          all.add(run(threads, random.split(), own -> operate(a, b, own)));
        }
        all.add(run(threads, random.split(), own -> changeOnce(one(own, a, b), own)));
        all.add(run(threads, random.split(), own -> comeAndGo()));
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        settle(a);
        check(a);
      }
      LOG.log(Level.WARNING, "{0} events, done {1}", number(a, EVENTS), done);
    } finally {
      Operated.POISONED.clear();
      threads.shutdownNow();
    }
  }

  private static CompletableFuture<?> run(
      ExecutorService threads, SplittableRandom random, Consumer<SplittableRandom> work) {
    return CompletableFuture.runAsync(() -> work.accept(random), threads);
  }

  private void check(TallyApplication node) {
    String ofLive = " from note where model = " + node.projections().live("operated").version();
    long events = number(node, EVENTS);
    assertThat(number(node, "select count(distinct position)" + ofLive)).isEqualTo(events);
    assertThat(number(node, "select count(*)" + ofLive)).isEqualTo(events);
    assertThat(number(node, "select count(*)" + ofLive + " and not in_order")).isZero();
    assertThat(number(node, "select count(*) from thanks"))
        .as("what is not done on replay is done once")
        .isEqualTo(number(node, "select count(distinct position) from thanks"));
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
      attempt(() -> operate(node, random));
    }
  }

  private void attempt(Supplier<String> operation) {
    String what;
    try {
      what = operation.get();
    } catch (OrchestrixException e) {
      what = e.code();
    }
    done.computeIfAbsent(what, each -> new AtomicInteger()).incrementAndGet();
  }

  /** What hides nothing that was lost before. */
  private String operate(TallyApplication node, SplittableRandom random) {
    Projections projections = node.projections();
    String name = "n" + random.nextInt(NAMES);
    return switch (random.nextInt(8)) {
      case 0 -> did("pause", () -> projections.pause("operated"));
      case 1, 2, 3 -> did("resume", () -> projections.resume("operated"));
      case 4 -> did("switchOver", () -> projections.switchOver("operated"));
      case 5 -> did("poison", () -> poison(name));
      default ->
          did(
              "retry",
              () -> node.container().get(DeadLetterQueue.class).retryAll(DeadLetterQuery.ALL));
    };
  }

  private static String did(String what, Runnable work) {
    work.run();
    return what;
  }

  private static void poison(String name) {
    if (!Operated.POISONED.remove(name) && Operated.POISONED.size() < 4) {
      Operated.POISONED.add(name);
    }
  }

  /** At some time of a round; what comes before it is handled anew. */
  private void changeOnce(TallyApplication node, SplittableRandom random) {
    Projections projections = node.projections();
    long until = end - random.nextLong(ROUND);
    int change = random.nextInt(6);
    await().until(() -> System.nanoTime() - until > 0);
    attempt(
        () ->
            switch (change) {
              case 0 -> did("replay", () -> projections.replay("operated"));
              case 1, 2 ->
                  did("replay from", () -> projections.replay("operated", somewhere(random)));
              case 3, 4 -> did("rebuild", () -> projections.rebuild("operated"));
              default ->
                  did(
                      "drop",
                      () -> {
                        projections.rebuild("operated");
                        projections.drop("operated");
                      });
            });
  }

  private GlobalPosition somewhere(SplittableRandom random) {
    return new GlobalPosition(random.nextLong(last.get() + 1));
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
