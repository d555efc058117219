package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request with the header Idempotency-Key is executed once, however often it comes. */
class IdempotencyIT {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
  private static final int CLIENTS = 8;

  private final String account = "once-" + UUID.randomUUID();
  private final String key = UUID.randomUUID().toString();

  private String opening(String amount) {
    return """
        {"accountId": "%s", "owner": "Ada", "initialBalance": %s}"""
        .formatted(account, amount);
  }

  @ParameterizedTest
  @EnumSource
  void a_repeated_request_gets_the_answer_of_the_first(Database database) throws IOException {
    var bank = Bank.at(Servers.of(database));

    var first = bank.post(key, "accounts", opening("5.00"));
    var again = bank.post("\"" + key + "\"", "accounts", opening("5.00"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again).isEqualTo(first.withoutPosition());
    assertThat(bank.history(account).body().size()).isEqualTo(1);
    Problems.assertProblem(bank.post(key, "accounts", opening("6.00")), 422);
    assertThat(bank.post(key, "accounts", opening("6.00")).code()).isEqualTo("ORX-2106");
    assertThat(bank.post("no key", "accounts", opening("5.00")).code()).isEqualTo("ORX-2105");
    assertThat(bank.post("other-" + key, "accounts", opening("5.00")).code()).isEqualTo("ORX-4002");
  }

  @ParameterizedTest
  @EnumSource
  void of_many_at_once_one_is_executed(Database database) {
    var bank = Bank.at(Servers.of(database));

    var answers =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> sendLater(bank, key, "accounts", opening("5.00")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409))
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("ORX-2107"));
    assertThat(answers.stream().filter(Answer::ok).map(Answer::withoutPosition).distinct())
        .hasSize(1);
  }

  /** The transaction is durable, but the server dies before it knows. */
  @Test
  void a_server_killed_between_commit_and_answer_has_executed_it_once() throws Exception {
    var server = Servers.of(Database.POSTGRESQL);
    var postgres = Servers.postgres();
    var bank = Bank.at(server);
    for (var round = 1; round <= ROUNDS; round++) {
      var opened = account + "-" + round;
      var json =
          """
          {"accountId": "%s", "owner": "Ada", "initialBalance": %d}"""
              .formatted(opened, round);
      var own = key + round;
      postgres.holdCommitsBack();
      try {
        var lost = sendLater(bank, own, "accounts", json);
        await().atMost(Duration.ofSeconds(20)).until(() -> postgres.commitsHeldBack() > 0);
        server.kill();
        assertThatThrownBy(lost::join).isInstanceOf(CompletionException.class);
      } finally {
        postgres.letCommitsReturn();
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> postgres.commitsHeldBack() == 0);
      server.start();

      var repeated = bank.post(own, "accounts", json);
      assertThat(repeated.status()).as("the answer of the lost request").isEqualTo(201);
      assertThat(bank.post(own, "accounts", json)).isEqualTo(repeated);
      assertThat(bank.balance(opened)).isEqualByComparingTo(BigDecimal.valueOf(round));
      assertThat(bank.history(opened).body().size()).isEqualTo(1);
      assertThat(bank.post(own + "x", "accounts", json).code())
          .as("without that key it is executed anew")
          .isEqualTo("ORX-4002");
    }
    System.out.printf("killed between commit and answer: %d times, each executed once%n", ROUNDS);
  }

  private static CompletableFuture<Answer> sendLater(
      Bank bank, String key, String path, String json) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return bank.post(key, path, json);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
