package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.bank.Ledger.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Compares what the clients know with what the bank has written down. */
record LedgerCheck(Ledger ledger, Bank bank) {

  /**
   * Acknowledged entries are in the history once, unknown ones at most once, refused ones never;
   * versions are dense and the balance is the sum of the history.
   */
  void nothingIsLostOrDoubled() throws IOException {
    for (var account : ledger.byAccount().entrySet()) {
      check(account.getKey(), account.getValue());
    }
  }

  /** Sends again what nobody acknowledged; then everything is there once. */
  void repeatedEntriesAreBookedOnce() throws IOException {
    for (var entry : ledger.with(Outcome.UNKNOWN)) {
      var answer = entry.send(bank);
      // an account that was opened before the crash is a duplicate now, which is an answer too
      var opened = entry.kind() == Entry.Kind.OPENING && answer.status() == 409;
      assertThat(answer.ok() || opened).as("%s answered %s", entry, answer).isTrue();
      ledger.booked(entry);
    }
    nothingIsLostOrDoubled();
  }

  private void check(String account, List<Entry> entries) throws IOException {
    var opening =
        entries.stream().filter(e -> e.kind() == Entry.Kind.OPENING).findFirst().orElseThrow();
    var answer = bank.history(account);
    if (answer.status() == 404) {
      assertThat(ledger.of(opening))
          .as("account %s is gone", account)
          .isNotEqualTo(Outcome.ACKNOWLEDGED);
      return;
    }
    assertThat(ledger.of(opening)).as("account %s is there", account).isNotEqualTo(Outcome.REFUSED);
    assertThat(answer.status()).as("history of %s", account).isEqualTo(200);
    var history = Recorded.history(answer);
    assertThat(history.get(0).type()).isEqualTo("AccountOpened");
    assertThat(history)
        .extracting(Recorded::version)
        .as("versions of %s", account)
        .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
    checkBookings(account, entries, history);

    var view = bank.account(account);
    assertThat(view.number("version")).isEqualByComparingTo(BigDecimal.valueOf(history.size()));
    assertThat(view.number("balance"))
        .as("balance of %s", account)
        .isEqualByComparingTo(
            history.stream().map(Recorded::effect).reduce(opening.amount(), BigDecimal::add));
  }

  private void checkBookings(String account, List<Entry> entries, List<Recorded> history) {
    var times =
        history.stream()
            .skip(1)
            .collect(Collectors.groupingBy(Recorded::transactionId, Collectors.counting()));
    assertThat(entries.stream().map(LedgerCheck::line))
        .as("sent to %s", account)
        .containsAll(history.stream().skip(1).map(LedgerCheck::line).toList());
    for (var entry : entries) {
      if (entry.kind() != Entry.Kind.OPENING) {
        var expected = ledger.of(entry);
        assertThat(times.getOrDefault(entry.transactionId(), 0L))
            .as("%s is %s, bookings", entry, expected)
            .isBetween(
                expected == Outcome.ACKNOWLEDGED ? 1L : 0L, expected == Outcome.REFUSED ? 0L : 1L);
      }
    }
  }

  private static String line(Entry entry) {
    return line(entry.kind().event, entry.transactionId(), entry.amount());
  }

  private static String line(Recorded recorded) {
    return line(recorded.type(), recorded.transactionId(), recorded.amount());
  }

  private static String line(String type, String transactionId, BigDecimal amount) {
    return type + " " + transactionId + " " + amount.stripTrailingZeros().toPlainString();
  }
}
