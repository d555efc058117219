package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Problems.assertInvalid;
import static io.orchestrix.it.bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer and changes nothing. */
@ParameterizedClass
@EnumSource
class BadInputOverHttpIT {
  private final Bank bank;
  private final String account = "bad-" + UUID.randomUUID();

  BadInputOverHttpIT(Database database) {
    bank = Bank.at(Servers.of(database));
  }

  @BeforeEach
  void open() throws IOException {
    assertThat(bank.open(account, "Grace Hopper", "10").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"transactionId\": \"t\", \"amount\": ",
        "{'transactionId': 't'}",
        "nonsense",
        "",
        "[]",
        "{\"transactionId\": \"t\", \"amount\": \"a lot\"}",
        "{\"transactionId\": \"t\", \"amount\": 1, \"currency\": \"EUR\"}"
      })
  void what_is_not_a_deposit_is_refused(String json) throws IOException {
    assertProblem(bank.post("accounts/" + account + "/deposits", json), 400);
    assertNothingHappened();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /amount        | {"transactionId": "t", "amount": -1}
          /amount        | {"transactionId": "t", "amount": 0}
          /amount        | {"transactionId": "t"}
          /amount        | {"transactionId": "t", "amount": null}
          /transactionId | {"transactionId": " ", "amount": 1}
          /transactionId | {"amount": 1}
          """)
  void an_invalid_booking_names_the_wrong_member(String pointer, String json) throws IOException {
    assertInvalid(bank.post("accounts/" + account + "/deposits", json), pointer);
    assertInvalid(bank.post("accounts/" + account + "/withdrawals", json), pointer);
    assertNothingHappened();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /owner          | {"accountId": "ACCOUNT", "owner": " ", "initialBalance": 1}
          /owner          | {"accountId": "ACCOUNT", "initialBalance": 1}
          /accountId      | {"accountId": "", "owner": "Ada", "initialBalance": 1}
          /initialBalance | {"accountId": "ACCOUNT", "owner": "Ada", "initialBalance": -0.01}
          /initialBalance | {"accountId": "ACCOUNT", "owner": "Ada"}
          """)
  void an_invalid_opening_names_the_wrong_member(String pointer, String json) throws IOException {
    var other = account + "-2";
    assertInvalid(bank.post("accounts", json.replace("ACCOUNT", other)), pointer);
    assertProblem(bank.account(other), 404);
  }

  @Test
  void an_invalid_opening_names_every_wrong_member() throws IOException {
    var answer = bank.open(account + "-2", "", "-1");
    assertInvalid(answer, "/owner");
    assertInvalid(answer, "/initialBalance");
  }

  @Test
  void an_account_opens_once() throws IOException {
    assertProblem(bank.open(account, "Somebody Else", "1000"), 409);
    assertNothingHappened();
  }

  @Test
  void an_unknown_account_is_not_found() throws IOException {
    var unknown = account + "-unknown";
    assertProblem(bank.account(unknown), 404);
    assertProblem(bank.history(unknown), 404);
    assertProblem(bank.deposit(unknown, "t", "1"), 404);
    assertProblem(bank.withdraw(unknown, "t", "1"), 404);
    assertProblem(bank.suspend(unknown), 404);
    assertProblem(bank.resume(unknown), 404);
    assertProblem(bank.close(unknown), 404);
  }

  private void assertNothingHappened() throws IOException {
    assertThat(bank.account(account).text("owner")).isEqualTo("Grace Hopper");
    assertThat(bank.balance(account)).isEqualByComparingTo("10");
    assertThat(Recorded.history(bank.history(account))).hasSize(1);
  }
}
