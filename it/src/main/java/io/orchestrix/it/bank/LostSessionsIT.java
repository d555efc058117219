package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends single sessions under load and serves all others. */
class LostSessionsIT {
  private static final long SEED = 13;
  private static final int CLIENTS = 8;
  private static final int SESSIONS = 50;
  private static final int BETWEEN = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_lost_session_keeps_no_half_of_its_transaction_nor_of_another() throws Exception {
    var bank = Bank.at(Servers.of(Database.POSTGRESQL));
    var ledger = new Ledger();
    var answers = new AnswerLog();
    var source = EntrySource.of("sessions-" + UUID.randomUUID(), CLIENTS);

    try (var load = new SteadyLoad(bank, ledger, source, answers)) {
      load.start(CLIENTS, SEED);
      for (var session = 0; session < SESSIONS; session++) {
        answers.awaitMore(BETWEEN, PATIENCE);
        Servers.postgres().endSomeSession();
      }
    }

    System.out.printf("%d sessions ended: answers %s%n", SESSIONS, answers.counts());
    assertThat(answers.statuses()).isSubsetOf(200, 201, 409, 503);
    var check = new LedgerCheck(ledger, bank);
    check.nothingIsLostOrDoubled();
    check.repeatedEntriesAreBookedOnce();
  }
}
