package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away under a running server and comes back. */
class DatabaseLossIT {
  private static final Duration FAST = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @Test
  void without_its_database_the_bank_answers_503_and_recovers_when_it_returns() throws Exception {
    var server = Servers.of(Database.POSTGRESQL);
    var bank = Bank.at(server);
    var ledger = new Ledger();
    var load = new Load(bank, ledger, "loss-" + UUID.randomUUID(), 8);
    var account = "loss-" + UUID.randomUUID();
    ledger.send(bank, Entry.opening(account, 100));
    load.start(7);
    await().atMost(Duration.ofSeconds(60)).until(() -> ledger.acknowledged() > 200);

    Servers.postgres().stop();
    try {
      load.awaitEnd();
      assertThat(load.serverErrors()).isNotEmpty().containsOnly(503);
      assertThatItSaysSo(bank, account);
      assertThat(server.ready()).isEqualTo(503);
    } finally {
      Servers.postgres().start();
    }

    var back = System.nanoTime();
    var deposit = Entry.booking(account, Entry.Kind.DEPOSIT, 1);
    await().atMost(RECOVERY).until(() -> ledger.send(bank, deposit).status() == 200);
    System.out.printf(
        "PostgreSQL is back, first booking after %d ms%n",
        Duration.ofNanos(System.nanoTime() - back).toMillis());
    await().atMost(RECOVERY).until(() -> server.ready() == 200);
    var check = new LedgerCheck(ledger, bank);
    check.nothingIsLostOrDoubled();
    check.repeatedEntriesAreBookedOnce();
  }

  private static void assertThatItSaysSo(Bank bank, String account) throws IOException {
    var start = System.nanoTime();
    Problems.assertProblem(bank.account(account), 503);
    Problems.assertProblem(bank.deposit(account, UUID.randomUUID().toString(), "1"), 503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FAST);
  }
}
