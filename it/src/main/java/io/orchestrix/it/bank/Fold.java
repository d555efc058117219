package io.orchestrix.it.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the read model has to be: the events of an account, taken one after the other.
 *
 * @param balance its one row
 * @param lines of its statement
 */
record Fold(String balance, List<String> lines) {

  static Fold of(String account, Answer history) {
    var owner = "";
    var status = "OPEN";
    var balance = BigDecimal.ZERO;
    var position = 0L;
    var lines = new ArrayList<String>();
    for (var event : history.body()) {
      position = event.path("position").asLong();
      var data = event.path("data");
      var kind =
          switch (event.path("type").asString()) {
            case "AccountOpened" -> "OPENING";
            case "MoneyDeposited" -> "DEPOSIT";
            case "MoneyWithdrawn" -> "WITHDRAWAL";
            default -> "";
          };
      status =
          switch (event.path("type").asString()) {
            case "AccountSuspended" -> "SUSPENDED";
            case "AccountReactivated" -> "OPEN";
            case "AccountClosed" -> "CLOSED";
            default -> status;
          };
      owner = data.path("owner").asString(owner);
      if (!kind.isEmpty()) {
        var amount = data.path(kind.equals("OPENING") ? "initialBalance" : "amount").decimalValue();
        balance = balance.add(kind.equals("WITHDRAWAL") ? amount.negate() : amount);
        lines.add(line(position, account, kind, amount, balance, event.path("time").asString()));
      }
    }
    return new Fold(
        "%s | %s | %s | %s | %d".formatted(account, owner, status, scaled(balance), position),
        lines);
  }

  /** The lines of a statement that came in pages. */
  static List<String> lines(String account, Answer... pages) {
    return Stream.of(pages)
        .flatMap(page -> page.body().path("bookings").valueStream())
        .map(booking -> line(account, booking))
        .toList();
  }

  private static String line(String account, JsonNode booking) {
    return line(
        booking.path("position").asLong(),
        account,
        booking.path("kind").asString(),
        booking.path("amount").decimalValue(),
        booking.path("balance").decimalValue(),
        booking.path("time").asString());
  }

  private static String line(
      long position,
      String account,
      String kind,
      BigDecimal amount,
      BigDecimal balance,
      String time) {
    return "%d | %s | %s | %s | %s | %s"
        .formatted(position, account, kind, scaled(amount), scaled(balance), Instant.parse(time));
  }

  private static String scaled(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }
}
