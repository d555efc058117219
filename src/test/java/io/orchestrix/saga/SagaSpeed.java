package io.orchestrix.saga;

import static org.awaitility.Awaitility.await;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.harness.SentStatements;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.saga.Reminders.Times;
import io.orchestrix.saga.Transfers.Requested;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures sagas on PostgreSQL, on two nodes; by hand: {@code -Dtest=SagaSpeed}. */
class SagaSpeed {

  private static final int ROUNDS = Integer.getInteger("sagas.rounds", 5);
  private static final int REMINDERS = 2_000;
  private static final int TRANSFERS = 500;
  private static final int ACCOUNTS = 200;

  private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void how_many_deadlines_and_transfers_a_second() {
    TestDatabase database = Database.POSTGRES.open();
    try (LivingNode one = node(database).begin();
        LivingNode two = node(database).begin()) {
      List<Double> deadlines = new ArrayList<>();
      List<Double> transfers = new ArrayList<>();
      for (int round = 0; round <= ROUNDS; round++) {
        deadlines.add(REMINDERS / remind(one, round));
        transfers.add(TRANSFERS / transfer(two, round));
      }
      report("deadlines a second", deadlines);
      report("transfers a second", transfers);
    }
  }

  private LivingNode node(TestDatabase database) {
    return LivingNode.start(database, schema, Reminders.class, Reminders.Asked.class);
  }

  private double remind(LivingNode node, int round) {
    Instant due = Clock.systemUTC().instant().plusSeconds(4);
    waiting(node.container())
        .put(keys("R-" + round + "-", REMINDERS), key -> new Times(key, 0), null, due);
    return secondsUntilNone(node, "orx_deadline where handler = 'saga:reminder:1'", due);
  }

  private double transfer(LivingNode node, int round) {
    Instant begun = Clock.systemUTC().instant();
    node.request(
        IntStream.range(0, TRANSFERS)
            .mapToObj(
                i ->
                    new Requested(
                        "T-" + round + "-" + i,
                        "a" + i % ACCOUNTS,
                        "a" + (i * 7 + 3) % ACCOUNTS,
                        BigDecimal.ONE))
            .toList());
    await().until(() -> number(node, "orx_saga where instance_key like 'T-" + round + "-%'") > 0);
    return secondsUntilNone(
        node,
        "(select count(*) as ended from \"%s\".orx_saga where instance_key like 'T-%d-%%' and status = 'COMPLETED') e where ended < %d"
            .formatted(schema, round, TRANSFERS),
        begun);
  }

  private long number(LivingNode node, String from) {
    String table = from.startsWith("(") ? from : "\"" + schema + "\"." + from;
    return node.number("select count(*) from " + table);
  }

  private double secondsUntilNone(LivingNode node, String from, Instant begun) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(() -> number(node, from) == 0);
    return Duration.between(begun, Clock.systemUTC().instant()).toNanos() / 1e9;
  }

  private static Waiting waiting(Container container) {
    SagaDefinition<?> reminder =
        container.get(Sagas.class).definitions().stream()
            .filter(each -> each.name().equals("reminder"))
            .findFirst()
            .orElseThrow();
    return new Waiting(container.get(SagaServices.class), reminder);
  }

  private static List<String> keys(String prefix, int many) {
    return IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
  }

  @Test
  void what_is_sent_for_each() {
    SentStatements sent = new SentStatements();
    try (Container container =
        Container.startWatched(
            sent,
            Database.POSTGRES.open(),
            Transfers.class,
            Requested.class,
            Bank.class,
            Bank.Account.class,
            Bank.Booked.class,
            Reminders.class,
            Reminders.Asked.class); ) {
      LivingNode node = new LivingNode(container, Executors.newScheduledThreadPool(1));
      int many = 20;
      Instant now = Clock.systemUTC().instant();
      waiting(container).put(keys("R-", many), key -> new Times(key, 0), null, now);
      sent.take();
      container.get(io.orchestrix.deadline.DeadlineNode.class).fireDue();
      report("deadline", sent.take(), many);
      container.get(io.orchestrix.cdi.SubscriptionLife.class).begin();
      node.request(
          IntStream.range(0, many)
              .mapToObj(i -> new Requested("T-" + i, "x" + i, "y" + i, BigDecimal.ONE))
              .toList());
      sent.take();
      SagaCount all = new SagaCount("transfer", 1, SagaStatus.ACTIVE, many);
      await().until(() -> node.sagas().counts().contains(all));
      report("start (all " + many + ")", sent.take(), 1);
      container.get(io.orchestrix.deadline.DeadlineNode.class).fireDue();
      report("transfer", sent.take(), many);
    }
  }

  private static void report(String what, List<String> sent, int many) {
    Map<String, Integer> counts = new TreeMap<>();
    sent.forEach(
        sql ->
            counts.merge(
                sql.replaceAll("\"t[0-9a-f]+\"\\.", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll("^(.{90}).*$", "$1"),
                1,
                Integer::sum));
    StringBuilder text = new StringBuilder("SENT ").append(what).append(": ");
    text.append("%.1f%n".formatted(sent.size() / (double) many));
    counts.forEach(
        (sql, count) -> text.append("SENT   %.2f %s%n".formatted(count / (double) many, sql)));
    log(text.toString());
  }

  /** The first one warms up. */
  private static void report(String what, List<Double> all) {
    List<Double> sorted = new ArrayList<>(all.subList(1, all.size()));
    Collections.sort(sorted);
    log(
        "SPEED %s: median %.0f of %s"
            .formatted(
                what,
                sorted.get(sorted.size() / 2),
                all.stream().map(each -> "%.0f".formatted(each)).toList()));
  }

  private static void log(String text) {
    System.getLogger(SagaSpeed.class.getName()).log(System.Logger.Level.WARNING, text);
  }
}
