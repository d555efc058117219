package com.acme.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.account.AccountCommand.DepositMoney;
import io.orchestrix.testkit.RecordingCommandBus;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application tests of code that sends commands. */
class PaydayTest {

  private final RecordingCommandBus bus =
      new RecordingCommandBus().answering(DepositMoney.class, DepositMoney::amount);

  @Test
  void everybody_is_paid() {
    new Payday(bus).pay(List.of("ACC-1", "ACC-2"), BigDecimal.TEN);

    assertThat(bus.sent())
        .containsExactly(
            new DepositMoney("ACC-1", BigDecimal.TEN), new DepositMoney("ACC-2", BigDecimal.TEN));
  }
}
