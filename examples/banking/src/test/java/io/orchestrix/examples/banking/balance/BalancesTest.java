package io.orchestrix.examples.banking.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.examples.banking.account.AccountEvent;
import io.orchestrix.examples.banking.account.AccountEvent.AccountClosed;
import io.orchestrix.examples.banking.account.AccountEvent.AccountOpened;
import io.orchestrix.examples.banking.account.AccountEvent.AccountReactivated;
import io.orchestrix.examples.banking.account.AccountEvent.AccountSuspended;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyDeposited;
import io.orchestrix.examples.banking.account.AccountEvent.MoneyWithdrawn;
import io.orchestrix.examples.banking.account.AccountStatus;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.projection.ReadModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BalancesTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final ReadModel FIRST = new ReadModel(Balances.NAME, 1);
  private static final ReadModel SECOND = new ReadModel(Balances.NAME, 2);

  @AutoClose private final BankTables tables = new BankTables();
  private final Balances balances = new Balances();

  @Test
  void every_booking_is_a_line_and_the_row_has_the_last_balance() {
    handle(FIRST, new AccountOpened("A1", "Ada", new BigDecimal("10.50")), 3);
    handle(FIRST, new MoneyDeposited("A1", "d", new BigDecimal("2")), 7);
    handle(FIRST, new MoneyWithdrawn("A1", "w", new BigDecimal("12.25")), 9);

    assertThat(rows(FIRST))
        .containsExactly(
            new AccountBalance("A1", "Ada", new BigDecimal("0.25"), AccountStatus.OPEN, 9));
    assertThat(lines(FIRST))
        .containsExactly(
            new Booking(3, TIME, LineKind.OPENING, money("10.50"), money("10.50")),
            new Booking(7, TIME, LineKind.DEPOSIT, money("2.00"), money("12.50")),
            new Booking(9, TIME, LineKind.WITHDRAWAL, money("12.25"), money("0.25")));
  }

  @Test
  void the_status_follows() {
    handle(FIRST, new AccountOpened("A1", "Ada", BigDecimal.ZERO), 1);
    handle(FIRST, new AccountSuspended("A1"), 2);
    assertThat(rows(FIRST).get(0).status()).isEqualTo(AccountStatus.SUSPENDED);
    handle(FIRST, new AccountReactivated("A1"), 3);
    assertThat(rows(FIRST).get(0).status()).isEqualTo(AccountStatus.OPEN);
    handle(FIRST, new AccountClosed("A1"), 4);

    assertThat(rows(FIRST).get(0).status()).isEqualTo(AccountStatus.CLOSED);
    assertThat(rows(FIRST).get(0).position()).isEqualTo(4);
  }

  @Test
  void versions_stand_beside_one_another_and_are_cleared_alone() {
    for (ReadModel version : List.of(FIRST, SECOND)) {
      handle(version, new AccountOpened("A1", "Ada", money("10.00")), 1);
    }
    handle(SECOND, new MoneyDeposited("A1", "d", money("1.00")), 2);
    clear(FIRST, GlobalPosition.START);

    assertThat(rows(FIRST)).isEmpty();
    assertThat(lines(FIRST)).isEmpty();
    assertThat(rows(SECOND)).extracting(AccountBalance::balance).containsExactly(money("11.00"));
    assertThat(lines(SECOND)).hasSize(2);
  }

  @Test
  void it_cannot_begin_in_the_middle() {
    assertThatThrownBy(() -> clear(FIRST, new GlobalPosition(5)))
        .hasMessageContaining("all events");
    assertThatThrownBy(() -> handle(FIRST, new MoneyDeposited("A1", "d", money("1.00")), 1))
        .hasMessageContaining("never opened");
  }

  @Test
  void what_is_too_large_for_a_row_is_refused() {
    handle(FIRST, new AccountOpened("A1", "Ada", money("999999999999999.99")), 1);

    assertThatThrownBy(() -> handle(FIRST, new MoneyDeposited("A1", "d", money("0.01")), 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("15 digits");
    assertThat(lines(FIRST)).hasSize(1);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  private void clear(ReadModel model, GlobalPosition after) {
    tables.within(
        entities -> {
          balances.entities = entities;
          balances.clear(model, after);
        });
  }

  private void handle(ReadModel model, AccountEvent event, long position) {
    GlobalPosition at = new GlobalPosition(position);
    RecordedEvent recorded = recorded(event, at);
    tables.within(
        entities -> {
          balances.entities = entities;
          if (event instanceof AccountOpened opened) {
            balances.opened(opened, model, recorded);
          } else if (event instanceof MoneyDeposited deposited) {
            balances.deposited(deposited, model, recorded);
          } else if (event instanceof MoneyWithdrawn withdrawn) {
            balances.withdrawn(withdrawn, model, recorded);
          } else if (event instanceof AccountSuspended suspended) {
            balances.suspended(suspended, model, at);
          } else if (event instanceof AccountReactivated reactivated) {
            balances.reactivated(reactivated, model, at);
          } else if (event instanceof AccountClosed closed) {
            balances.closed(closed, model, at);
          }
        });
  }

  private static RecordedEvent recorded(AccountEvent event, GlobalPosition position) {
    UUID id = UUID.randomUUID();
    Metadata metadata =
        new Metadata(id, event.getClass().getSimpleName(), "/bank", null, TIME, id, null, null);
    StreamId stream = new StreamId("account", event.accountId());
    return new RecordedEvent(stream, position.value(), position, metadata, 1, List.of(event));
  }

  private List<AccountBalance> rows(ReadModel model) {
    List<AccountBalance> rows = new ArrayList<>();
    tables.within(
        entities ->
            entities
                .createQuery("select b from Balance b where b.key.version = :v", Balance.class)
                .setParameter("v", model.version())
                .getResultStream()
                .map(Balance::view)
                .forEach(rows::add));
    return rows;
  }

  private List<Booking> lines(ReadModel model) {
    List<Booking> lines = new ArrayList<>();
    tables.within(
        entities ->
            entities
                .createQuery(
                    "select l from StatementLine l where l.key.version = :v order by l.key.position",
                    StatementLine.class)
                .setParameter("v", model.version())
                .getResultStream()
                .map(StatementLine::view)
                .forEach(lines::add));
    return lines;
  }
}
