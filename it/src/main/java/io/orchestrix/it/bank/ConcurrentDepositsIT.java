package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many clients, one account: the worst case for optimistic locking. */
class ConcurrentDepositsIT {
  private static final int CLIENTS = 16;

  @ParameterizedTest
  @CsvSource({"POSTGRESQL, 200", "H2, 50"})
  void concurrent_deposits_on_one_account_add_up_exactly(Database database, int each)
      throws IOException {
    var bank = Bank.at(Servers.of(database));
    var account = "busy-" + UUID.randomUUID();
    assertThat(bank.open(account, "Ada", "0").status()).isEqualTo(201);

    var answers = new ConcurrentHashMap<Integer, LongAdder>();
    var start = System.nanoTime();
    var threads = Executors.newFixedThreadPool(CLIENTS);
    var clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                client ->
                    CompletableFuture.runAsync(
                        () -> depositAll(bank, account, each, answers), threads))
            .toArray(CompletableFuture<?>[]::new);
    threads.shutdown();
    CompletableFuture.allOf(clients).orTimeout(5, TimeUnit.MINUTES).join();
    var seconds = (System.nanoTime() - start) / 1e9;

    var deposits = CLIENTS * each;
    System.out.printf(
        "%s: %d deposits by %d clients on one account in %.1f s, %.0f/s, answers %s%n",
        database, deposits, CLIENTS, seconds, deposits / seconds, answers);
    // 409 asks to try again; anything else is a mistake
    assertThat(answers.keySet()).isSubsetOf(200, 409);
    assertThat(Recorded.history(bank.history(account)))
        .extracting(Recorded::version)
        .isEqualTo(LongStream.rangeClosed(1, deposits + 1).boxed().toList());
    assertThat(bank.balance(account)).isEqualByComparingTo(BigDecimal.valueOf(deposits));
  }

  private static void depositAll(
      Bank bank, String account, int each, ConcurrentHashMap<Integer, LongAdder> answers) {
    try {
      for (var i = 0; i < each; i++) {
        var transactionId = UUID.randomUUID().toString();
        Answer answer;
        do {
          answer = bank.deposit(account, transactionId, "1");
          answers.computeIfAbsent(answer.status(), any -> new LongAdder()).increment();
        } while (asksToTryAgain(answer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean asksToTryAgain(Answer answer) {
    if (answer.status() != 409) {
      return false;
    }
    Problems.assertProblem(answer, 409);
    assertThat(answer.number("expected")).isLessThan(answer.number("actual"));
    return true;
  }
}
