package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The server dies again and again while money is transferred. In the end every transfer is done or
 * taken back, and at every moment that a reader sees all money is there.
 */
class TransferCrashIT {
  private static final int CLIENTS = 16;
  private static final int KILLS = Integer.getInteger("crash.rounds", 2);
  private static final int SECONDS = Integer.getInteger("transfers.seconds", 5);
  private static final int TRANSFERS = Integer.getInteger("transfers", 500);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final BigDecimal START = new BigDecimal("1000.00");

  private final RunningServer server = Servers.of(Database.POSTGRESQL);
  private final Bank bank = Bank.at(server);
  private final String name = "transfers-" + Long.toHexString(SEED);
  private final List<String> accounts =
      IntStream.range(0, 100).mapToObj(i -> "%s-%03d".formatted(name, i)).toList();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicBoolean isReading = new AtomicBoolean(true);

  @Test
  void every_transfer_is_done_or_taken_back_whatever_becomes_of_the_server() throws Exception {
    String last = open();
    BigDecimal total = bank.totals(last).number("total");
    var unable = List.of(name + "-closed", name + "-missing");
    int rate = Math.max(1, TRANSFERS / Math.max(1, KILLS * SECONDS));
    var load = new TransferLoad(bank, name, accounts, unable, TRANSFERS, Pace.perSecond(rate));
    CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> read(total));

    load.start(CLIENTS, new Random(SEED).nextLong());
    for (var kill = 1; kill <= KILLS; kill++) {
      Thread.sleep(Duration.ofSeconds(SECONDS).toMillis());
      server.kill();
      server.start();
    }
    Queue<TransferLoad.Wanted> wanted = load.awaitEnd();

    Map<TransferLoad.Wanted, String> ends = awaitEnds(wanted);
    Map<String, Integer> ended = new TreeMap<>();
    ends.values().forEach(status -> ended.merge(status, 1, Integer::sum));
    isReading.set(false);
    reader.join();
    System.out.printf(
        "seed %d, %d kills, each %d s after it was ready: %d transfers, %s, %d asked again,"
            + " %d looks at the totals%n",
        SEED, KILLS, SECONDS, wanted.size(), ended, load.repeated(), seen.get());
    assertThat(wanted).hasSize(TRANSFERS);
    assertThat(ended.get("COMPENSATED")).isGreaterThanOrEqualTo(TRANSFERS / 10);
    checkBalances(ends);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var after = bank.totals();
              assertThat(after.number("inTransit")).isEqualByComparingTo(BigDecimal.ZERO);
              assertThat(after.number("onAccounts")).isEqualByComparingTo(total);
            });
    assertThat(seen).hasPositiveValue();
    assertThat(
            Servers.postgres()
                .count("banking.orx_dead_letter where subscription = 'saga:money-transfer'"))
        .as("dead letters")
        .isZero();
  }

  private String open() throws IOException {
    for (var account : accounts) {
      assertThat(bank.open(account, "Ada", START.toPlainString()).status()).isEqualTo(201);
    }
    bank.open(name + "-closed", "Ada", "0");
    return bank.close(name + "-closed").position();
  }

  /** The sum of what is on accounts and on its way is always the same. */
  private void read(BigDecimal total) {
    while (isReading.get()) {
      try {
        var totals = bank.totals();
        if (totals.status() == 200) {
          assertThat(totals.number("total")).as("seen in %s", totals).isEqualByComparingTo(total);
          assertThat(totals.number("inTransit")).isNotNegative();
          seen.incrementAndGet();
        }
      } catch (IOException e) {
        // the server is away
      }
    }
  }

  private Map<TransferLoad.Wanted, String> awaitEnds(Queue<TransferLoad.Wanted> wanted) {
    Map<TransferLoad.Wanted, String> ends = new HashMap<>();
    for (var transfer : wanted) {
      var found =
          await()
              .atMost(Duration.ofSeconds(60))
              .pollDelay(Duration.ZERO)
              .until(() -> bank.transfer(transfer.id()), TransferCrashIT::isOver);
      ends.put(transfer, found.text("status"));
    }
    assertThat(ends.values()).isSubsetOf("COMPLETED", "COMPENSATED");
    return ends;
  }

  private static boolean isOver(Answer transfer) {
    return Stream.of("COMPLETED", "COMPENSATED", "QUARANTINED")
        .anyMatch(transfer.text("status")::equals);
  }

  /** Each transfer has moved its money once, or not at all. */
  private void checkBalances(Map<TransferLoad.Wanted, String> ends) throws IOException {
    Map<String, BigDecimal> expected =
        new HashMap<>(accounts.stream().collect(Collectors.toMap(account -> account, a -> START)));
    ends.forEach(
        (transfer, status) -> {
          if (status.equals("COMPLETED")) {
            expected.merge(transfer.from(), transfer.amount().negate(), BigDecimal::add);
            expected.merge(transfer.to(), transfer.amount(), BigDecimal::add);
          }
        });
    for (var account : accounts) {
      assertThat(bank.balance(account)).as(account).isEqualByComparingTo(expected.get(account));
    }
  }
}
