package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Money goes from one account to another, in steps of a saga. */
@ParameterizedClass
@EnumSource
class TransfersIT {
  private final Bank bank;
  private final String name = UUID.randomUUID().toString();
  private final String from = "from-" + name;
  private final String to = "to-" + name;

  TransfersIT(Database database) {
    bank = Bank.at(Servers.of(database));
  }

  @BeforeEach
  void open() throws IOException {
    assertThat(bank.open(from, "Ada", "100.00").status()).isEqualTo(201);
    assertThat(bank.open(to, "Bob", "0").status()).isEqualTo(201);
  }

  @Test
  void money_arrives_and_the_steps_tell_how() throws IOException {
    var accepted = bank.transfer(name, from, to, "40.25");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.location()).endsWith("/banking/api/transfers/" + name);
    assertThat(accepted.text("status")).isEqualTo("REQUESTED");
    var done = awaitEnd();
    assertThat(done.text("status")).isEqualTo("COMPLETED");
    assertThat(done.texts("steps", "name")).containsExactly("debit", "credit");
    assertThat(done.texts("steps", "status")).containsExactly("COMPLETED", "COMPLETED");
    assertThat(bank.balance(from)).isEqualByComparingTo("59.75");
    assertThat(bank.balance(to)).isEqualByComparingTo("40.25");
  }

  @Test
  void money_comes_back_that_cannot_arrive() throws IOException {
    assertThat(bank.close(to).status()).isEqualTo(200);

    bank.transfer(name, from, to, "40.25");

    var done = awaitEnd();
    assertThat(done.text("status")).isEqualTo("COMPENSATED");
    assertThat(done.text("reason")).contains("credit", "CLOSED");
    assertThat(done.texts("steps", "status")).containsExactly("COMPENSATED", "FAILED");
    assertThat(bank.balance(from)).isEqualByComparingTo("100.00");
    assertThat(bank.balance(to)).isZero();
  }

  @Test
  void nothing_leaves_an_account_that_has_too_little_or_is_not_there() throws IOException {
    bank.transfer(name, from, to, "100.01");
    assertThat(awaitEnd().texts("steps", "status")).containsExactly("FAILED");
    assertThat(bank.balance(from)).isEqualByComparingTo("100.00");

    bank.transfer(name + "-2", "none-" + name, to, "1");
    assertThat(awaitEnd(name + "-2").text("status")).isEqualTo("COMPENSATED");
    assertThat(bank.balance(to)).isZero();
  }

  @Test
  void who_repeats_a_transfer_transfers_once() throws IOException {
    for (var i = 0; i < 5; i++) {
      assertThat(bank.transfer(name, from, to, "10").status()).isEqualTo(202);
    }
    awaitEnd();
    assertThat(bank.transfer(name, from, to, "10").text("status")).isEqualTo("COMPLETED");
    assertThat(bank.balance(to)).isEqualByComparingTo("10");

    assertProblem(bank.transfer(name, from, to, "11"), 422);
    assertProblem(bank.transfer(name + "-2", from, from, "11"), 422);
    assertProblem(bank.transfer(name + "-3", from, to, "-1"), 400);
    assertProblem(bank.transfer("none-" + name), 404);
  }

  @Test
  void all_money_is_somewhere() throws IOException {
    var before = bank.totals(bank.deposit(from, "last", "1").position());

    bank.transfer(name, from, to, "10");
    awaitEnd();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var after = bank.totals();
              assertThat(after.number("position")).isGreaterThan(before.number("position"));
              assertThat(after.number("inTransit")).isEqualByComparingTo(BigDecimal.ZERO);
            });
    assertThat(bank.totals().number("total")).isEqualByComparingTo(before.number("total"));
  }

  private Answer awaitEnd() {
    return awaitEnd(name);
  }

  private Answer awaitEnd(String transferId) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> bank.transfer(transferId),
            found ->
                found.text("status").startsWith("COMP")
                    && !found.text("status").equals("COMPENSATING"));
  }
}
