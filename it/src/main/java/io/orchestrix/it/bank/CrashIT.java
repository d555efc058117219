package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies in the middle of its work, {@code -Dcrash.rounds} times on each database. */
class CrashIT {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  @ParameterizedTest
  @EnumSource
  void every_acknowledged_booking_survives_a_kill_under_load(Database database) throws IOException {
    var server = Servers.of(database);
    var random = new Random(SEED);
    var ledger = new Ledger();
    var load = new Load(Bank.at(server), ledger, "crash-" + Long.toHexString(SEED), CLIENTS);
    var check = new LedgerCheck(ledger, Bank.at(server));
    for (var round = 1; round <= ROUNDS; round++) {
      var killAt = ledger.acknowledged() + 200 + random.nextInt(400);
      load.start(random.nextLong());
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> ledger.acknowledged() >= killAt);
      server.kill();
      load.awaitEnd();
      server.start();

      var unknown = ledger.with(Ledger.Outcome.UNKNOWN).size();
      System.out.printf(
          "%s, seed %d, round %d of %d: killed after %d acknowledged, %d without an answer%n",
          database, SEED, round, ROUNDS, ledger.acknowledged(), unknown);
      assertThat(load.serverErrors()).isEmpty();
      assertThat(unknown).as("killed under load").isPositive();
      check.nothingIsLostOrDoubled();
      check.repeatedEntriesAreBookedOnce();
    }
  }
}
