package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the bank, as a client sees them. */
@ParameterizedClass
@EnumSource
class BankOverHttpIT {
  private final Bank bank;
  private final String account = "http-" + UUID.randomUUID();

  BankOverHttpIT(Database database) {
    bank = Bank.at(Servers.of(database));
  }

  @BeforeEach
  void open() throws IOException {
    var opened = bank.open(account, "Ada Lovelace", "100.50");

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.location()).endsWith("/banking/api/accounts/" + account);
    assertAccount(opened, "100.50", "OPEN", 1);
  }

  @Test
  void an_opened_account_can_be_read() throws IOException {
    assertAccount(bank.account(account), "100.50", "OPEN", 1);
  }

  @Test
  void deposits_and_withdrawals_change_the_balance() throws IOException {
    assertAccount(bank.deposit(account, "d", "0.25"), "100.75", "OPEN", 2);
    assertAccount(bank.withdraw(account, "w", "100.75"), "0", "OPEN", 3);
    assertAccount(bank.account(account), "0", "OPEN", 3);
  }

  @Test
  void a_repeated_transaction_is_booked_once() throws IOException {
    bank.deposit(account, "same", "10");
    assertAccount(bank.deposit(account, "same", "10"), "110.50", "OPEN", 2);

    bank.withdraw(account, "other", "10.50");
    assertAccount(bank.withdraw(account, "other", "10.50"), "100", "OPEN", 3);
    assertThat(Recorded.history(bank.history(account))).hasSize(3);
  }

  @Test
  void a_withdrawal_that_overdraws_is_refused() throws IOException {
    assertProblem(bank.withdraw(account, "w", "100.51"), 422);
    assertAccount(bank.account(account), "100.50", "OPEN", 1);
  }

  @Test
  void a_refused_transaction_may_be_tried_again() throws IOException {
    assertProblem(bank.withdraw(account, "w", "110"), 422);
    bank.deposit(account, "d", "50");
    assertAccount(bank.withdraw(account, "w", "110"), "40.50", "OPEN", 3);
  }

  @Test
  void a_suspended_account_refuses_until_the_suspension_is_lifted() throws IOException {
    assertAccount(bank.suspend(account), "100.50", "SUSPENDED", 2);
    assertProblem(bank.deposit(account, "d", "1"), 422);
    assertProblem(bank.withdraw(account, "w", "1"), 422);

    assertAccount(bank.resume(account), "100.50", "OPEN", 3);
    assertAccount(bank.deposit(account, "d", "1"), "101.50", "OPEN", 4);
  }

  @Test
  void an_account_closes_only_at_zero_and_then_refuses() throws IOException {
    assertProblem(bank.close(account), 422);

    bank.withdraw(account, "all", "100.50");
    assertAccount(bank.close(account), "0", "CLOSED", 3);
    assertProblem(bank.deposit(account, "d", "1"), 422);
    assertProblem(bank.withdraw(account, "w", "1"), 422);
    assertProblem(bank.suspend(account), 422);
  }

  @Test
  void the_history_tells_every_event_with_its_metadata() throws IOException {
    bank.deposit(account, "d", "1.50");
    bank.withdraw(account, "w", "2");
    var before = Instant.now();

    var answer = bank.history(account);

    assertThat(answer.status()).isEqualTo(200);
    var events = Recorded.history(answer);
    assertThat(events).extracting(Recorded::version).containsExactly(1L, 2L, 3L);
    assertThat(events)
        .extracting(Recorded::type)
        .containsExactly("AccountOpened", "MoneyDeposited", "MoneyWithdrawn");
    assertThat(events).extracting(Recorded::transactionId).endsWith("d", "w");
    assertThat(events.get(1).amount()).isEqualByComparingTo("1.50");
    assertThat(events).extracting(Recorded::position).isSorted().doesNotHaveDuplicates();
    assertThat(answer.body())
        .allSatisfy(
            event -> {
              assertThat(event.path("id").asString()).isNotBlank();
              assertThat(event.path("correlationId").asString()).isNotBlank();
              assertThat(event.path("causationId").asString()).isNotBlank();
              assertThat(Instant.parse(event.path("time").asString())).isBeforeOrEqualTo(before);
            });
  }

  private void assertAccount(Answer answer, String balance, String status, long version) {
    assertThat(answer.status()).as("%s", answer).isIn(200, 201);
    assertThat(answer.type()).startsWith("application/json");
    assertThat(answer.text("accountId")).isEqualTo(account);
    assertThat(answer.text("owner")).isEqualTo("Ada Lovelace");
    assertThat(answer.number("balance")).isEqualByComparingTo(balance);
    assertThat(answer.text("status")).isEqualTo(status);
    assertThat(answer.body().path("version").asLong()).isEqualTo(version);
  }
}
