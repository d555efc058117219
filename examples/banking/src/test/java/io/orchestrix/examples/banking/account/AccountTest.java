package io.orchestrix.examples.banking.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.DomainRuleException;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountTest {

  private final Account account = new Account();

  private static OpenAccount opening(String balance) {
    return new OpenAccount("A1", "Ada", new BigDecimal(balance));
  }

  @Test
  void an_opened_account_remembers_its_opening() {
    account.open(opening("10.00"));

    assertThat(account.pendingEvents())
        .containsExactly(new AccountEvent.AccountOpened("A1", "Ada", new BigDecimal("10.00")));
    assertThat(account.version()).isEqualTo(1);
  }

  @Test
  void a_negative_start_is_refused() {
    assertRefused("no-negative-start", () -> account.open(opening("-0.01")));
  }

  @Test
  void more_than_the_balance_cannot_be_withdrawn() {
    account.open(opening("10.00"));

    assertRefused(
        "no-overdraft",
        () -> account.withdraw(new WithdrawMoney("A1", "t1", new BigDecimal("10.01"))));
  }

  @Test
  void an_account_with_money_is_not_closed() {
    account.open(opening("0.01"));

    assertRefused("close-at-zero", account::close);
  }

  @Test
  void only_a_suspended_account_is_reactivated() {
    account.open(opening("0"));

    assertRefused("account-status", account::reactivate);
  }

  private void assertRefused(String rule, ThrowingCallable action) {
    int before = account.pendingEvents().size();
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            DomainRuleException.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    assertThat(account.pendingEvents()).hasSize(before);
  }
}
