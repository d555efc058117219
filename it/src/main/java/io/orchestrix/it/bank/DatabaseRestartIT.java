package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.PostgresServer;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** PostgreSQL is restarted again and again under a server whose clients go on. */
class DatabaseRestartIT {
  private static final long SEED = 11;
  private static final int CLIENTS = 8;
  private static final int PLENTY = 300;
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration NOISE = Duration.ofSeconds(3);
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<Consumer<PostgresServer>> OUTAGES =
      List.of(PostgresServer::stop, PostgresServer::kill, PostgresServer::kill);

  private final RunningServer server = Servers.of(Database.POSTGRESQL);
  private final PostgresServer postgres = Servers.postgres();
  private final Ledger ledger = new Ledger();
  private final AnswerLog answers = new AnswerLog();

  @Test
  void clients_that_go_on_through_restarts_meet_503_at_worst_and_lose_nothing() throws Exception {
    var process = server.process();
    var source = EntrySource.of("restart-" + UUID.randomUUID(), CLIENTS);
    Duration before;
    var after = Duration.ZERO;

    try (var load = new SteadyLoad(Bank.at(server), ledger, source, answers)) {
      load.start(CLIENTS, SEED);
      before = answers.awaitMore(PLENTY, PATIENCE);
      for (var outage : OUTAGES) {
        after = restart(outage);
      }
    }

    System.out.printf(
        "%d restarts, answers %s, slowest %d ms; %d successes in %d ms before, %d ms after%n",
        OUTAGES.size(),
        answers.counts(),
        answers.slowest().toMillis(),
        PLENTY,
        before.toMillis(),
        after.toMillis());
    assertThat(answers.statuses()).contains(503).isSubsetOf(200, 201, 409, 503);
    assertThat(answers.slowest()).isLessThan(SLOW);
    assertThat(after).as("time for the same work").isLessThan(before.multipliedBy(3).plus(NOISE));
    assertThat(server.process()).isEqualTo(process).matches(ProcessHandle::isAlive);
    assertThat(server.ready()).isEqualTo(200);
    var check = new LedgerCheck(ledger, Bank.at(server));
    check.nothingIsLostOrDoubled();
    check.repeatedEntriesAreBookedOnce();
  }

  /** Answers how long the bank needs for its usual work when the database is back. */
  private Duration restart(Consumer<PostgresServer> outage) {
    outage.accept(postgres);
    try {
      await().atMost(SLOW).until(() -> answers.silence().compareTo(AWAY) > 0);
    } finally {
      postgres.start();
    }
    var back = System.nanoTime();
    var took = answers.awaitMore(PLENTY, PATIENCE);
    System.out.printf(
        "PostgreSQL is back, longest time without a success %d ms%n",
        answers.longestSilence(back, System.nanoTime()).toMillis());
    return took;
  }
}
