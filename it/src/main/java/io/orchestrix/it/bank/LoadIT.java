package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many clients at once, for a while; in the middle of it the database may be started again. */
class LoadIT {
  private static final int CLIENTS = Integer.getInteger("load.clients", 50);
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("load.seconds", 5));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long SEED = 23;

  private final RunningServer server = Servers.of(Database.POSTGRESQL);
  private final Ledger ledger = new Ledger();
  private final AnswerLog answers = new AnswerLog();

  @Test
  void many_clients_meet_no_error() throws Exception {
    book(() -> Thread.sleep(TIME.toMillis()));

    assertThat(answers.statuses()).isSubsetOf(200, 201);
    new LedgerCheck(ledger, Bank.at(server)).nothingIsLostOrDoubled();
  }

  @Test
  void many_clients_meet_503_or_409_while_the_database_is_started_again() throws Exception {
    book(
        () -> {
          Thread.sleep(TIME.toMillis() / 2);
          Servers.postgres().stop();
          Servers.postgres().start();
          answers.awaitMore(CLIENTS, PATIENCE);
          Thread.sleep(TIME.toMillis() / 2);
        });

    assertThat(answers.statuses()).isSubsetOf(200, 201, 409, 503);
    new LedgerCheck(ledger, Bank.at(server)).repeatedEntriesAreBookedOnce();
  }

  /** What happens meanwhile. */
  private interface Meanwhile {
    void happens() throws Exception;
  }

  private void book(Meanwhile meanwhile) throws Exception {
    var source = EntrySource.of("load-" + UUID.randomUUID(), CLIENTS);
    long began;
    try (var load = new SteadyLoad(Bank.at(server), ledger, source, answers)) {
      began = System.nanoTime();
      load.start(CLIENTS, SEED);
      meanwhile.happens();
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d clients, %.0f s: %s, %.0f a second; 50 %% within %d ms, 95 %% %d ms, 99 %% %d ms, all %d ms%n",
        CLIENTS,
        seconds,
        answers.counts(),
        answers.successes() / seconds,
        answers.percentile(50).toMillis(),
        answers.percentile(95).toMillis(),
        answers.percentile(99).toMillis(),
        answers.slowest().toMillis());
  }
}
