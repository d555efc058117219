package com.acme.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.account.AccountCommand.DepositMoney;
import com.acme.account.AccountCommand.OpenAccount;
import com.acme.account.AccountCommand.WithdrawMoney;
import com.acme.account.AccountEvent.AccountOpened;
import com.acme.account.AccountEvent.MoneyDeposited;
import com.acme.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.aggregate.AggregateExistsException;
import io.orchestrix.aggregate.AggregateNotFoundException;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.testkit.AggregateFixture;
import io.orchestrix.testkit.SettableClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an application tests of an aggregate. */
class AccountTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

  private final SettableClock clock = new SettableClock(MONDAY);
  private final AggregateFixture<Account> account =
      AggregateFixture.of(Account.class).with(Clock.class, clock);

  private static BigDecimal euros(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void a_deposit_adds_to_the_balance() {
    account
        .given(new AccountOpened("Ada"), new MoneyDeposited(euros("10.00"), MONDAY))
        .when(new DepositMoney("ACC-1", euros("5.50")))
        .thenEvents(new MoneyDeposited(euros("5.50"), MONDAY))
        .thenAnswer(euros("15.50"))
        .thenState(it -> assertThat(it.balance()).isEqualTo("15.50"));
  }

  @Test
  void nobody_withdraws_what_is_not_there() {
    account
        .givenCommands(new OpenAccount("ACC-1", "Ada"))
        .when(new WithdrawMoney("ACC-1", euros("0.01")))
        .thenFails(
            DomainRuleException.class,
            refusal -> assertThat(refusal.rule()).isEqualTo("no-overdraft"));
  }

  @Test
  void an_account_is_opened_once() {
    account
        .when(new DepositMoney("ACC-1", euros("1.00")))
        .thenFails(AggregateNotFoundException.class)
        .when(new OpenAccount("ACC-1", "Ada"))
        .thenEvents(new AccountOpened("Ada"))
        .when(new OpenAccount("ACC-1", "Bob"))
        .thenFails(AggregateExistsException.class);
  }

  @Test
  void any_decision_is_tested_without_a_command() {
    account
        .given(new AccountOpened("Ada"), new MoneyDeposited(euros("10.00"), MONDAY))
        .when(it -> it.withdraw(euros("4.00")))
        .thenEvents(new MoneyWithdrawn(euros("4.00")));
  }

  @Test
  void what_happens_tells_when() {
    account.given(new AccountOpened("Ada"));
    clock.advance(Duration.ofDays(1));

    account
        .when(new DepositMoney("ACC-1", euros("1.00")))
        .thenEvents(new MoneyDeposited(euros("1.00"), Instant.parse("2026-03-03T08:00:00Z")));
  }
}
