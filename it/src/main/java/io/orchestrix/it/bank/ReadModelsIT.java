package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank shows from its read model, soon after it was written down. */
@ParameterizedClass
@EnumSource
class ReadModelsIT {
  private final Bank bank;
  private final String account = "read-" + UUID.randomUUID();

  ReadModelsIT(Database database) {
    bank = Bank.at(Servers.of(database));
  }

  @Test
  void the_accounts_of_an_owner_come_in_pages() throws IOException {
    var owner = "Ada-" + UUID.randomUUID();
    var accounts = IntStream.range(0, 5).mapToObj(i -> account + "-" + i).toList();
    for (var opened : accounts) {
      assertThat(bank.open(opened, owner, "7").status()).isEqualTo(201);
    }
    bank.open(account + "-3b", "somebody else", "7");
    awaitBalance(account + "-3b", "7");
    awaitBalance(account + "-4", "7");
    awaitPage(owner, 5);

    var pages = new ArrayList<List<String>>();
    var after = Optional.of("");
    while (after.isPresent()) {
      var page = bank.accounts(owner, after.get(), 2);
      pages.add(page.texts("accounts", "accountId"));
      after = Optional.of(page.text("next")).filter(next -> !next.isEmpty());
    }

    assertThat(pages)
        .containsExactly(accounts.subList(0, 2), accounts.subList(2, 4), accounts.subList(4, 5));
  }

  private void awaitPage(String owner, int size) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> bank.accounts(owner, "", 100).body().path("accounts").size() == size);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void a_page_has_1_to_100_rows(int limit) throws IOException {
    assertProblem(bank.accounts("Ada", "", limit), 400);
    assertProblem(bank.statement(account, 0, limit), 400);
  }

  @Test
  void what_is_not_there_is_not_found() throws IOException {
    var answer = bank.balanceOf(account);

    assertProblem(answer, 404);
    assertThat(answer.code()).isEqualTo("ORX-9001");
    assertProblem(bank.statement(account, 0, 10), 404);
  }

  @Test
  void the_statement_is_the_history() throws IOException {
    bank.open(account, "Ada", "100.50");
    bank.deposit(account, "d", "0.25");
    bank.suspend(account);
    bank.resume(account);
    bank.withdraw(account, "w", "10");
    awaitBalance(account, "90.75");

    var first = bank.statement(account, 0, 2);
    var second = bank.statement(account, first.number("next").longValueExact(), 2);

    assertThat(second.text("next")).isEmpty();
    assertThat(Fold.lines(account, first, second))
        .isEqualTo(Fold.of(account, bank.history(account)).lines());
  }

  @Test
  void who_sends_the_position_of_his_command_reads_what_he_wrote() throws IOException {
    var opened = bank.open(account, "Ada", "0");
    assertThat(bank.balanceOf(account, opened.position()).number("balance")).isZero();

    for (var booked = 1; booked <= 20; booked++) {
      var answer = bank.deposit(account, "d" + booked, "1");

      assertThat(bank.balanceOf(account, answer.position()).number("balance"))
          .isEqualByComparingTo(BigDecimal.valueOf(booked));
    }
    assertThat(bank.account(account).position()).isEmpty();
  }

  @Test
  void a_position_that_is_none_or_was_never_given_is_a_problem() throws IOException {
    var malformed = bank.balanceOf(account, "yesterday");
    assertProblem(malformed, 400);
    assertThat(malformed.code()).isEqualTo("ORX-7002");

    var forged = bank.balanceOf(account, Long.toString(Long.MAX_VALUE));
    assertProblem(forged, 400);
    assertThat(forged.code()).isEqualTo("ORX-7004");
  }

  @Test
  void a_balance_is_sent_at_once_and_after_each_deposit() throws Exception {
    bank.open(account, "Ada", "1");
    awaitBalance(account, "1");
    var updates = bank.balancesOf(account);
    var lines = updates.body().iterator();

    assertThat(updates.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(nextData(lines)).contains("\"balance\":1");
    bank.deposit(account, "d", "41");
    assertThat(nextData(lines)).contains("\"balance\":42");
    bank.suspend(account);
    assertThat(nextData(lines)).contains("\"SUSPENDED\"");

    updates.body().close();
    bank.resume(account);
    for (var balance = 43; balance < 46; balance++) { // so that the server sees that we are gone
      bank.deposit(account, "d" + balance, "1");
      awaitBalance(account, "" + balance);
    }
  }

  private static String nextData(Iterator<String> lines) {
    return CompletableFuture.supplyAsync(
            () -> {
              var line = lines.next();
              while (!line.startsWith("data:")) {
                line = lines.next();
              }
              return line;
            })
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private void awaitBalance(String of, String balance) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              var answer = bank.balanceOf(of);
              return answer.ok()
                  && answer.number("balance").compareTo(new BigDecimal(balance)) == 0;
            });
  }
}
