package io.orchestrix.it.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One event of an account's history. */
record Recorded(long position, long version, String type, String transactionId, BigDecimal amount) {

  static List<Recorded> history(Answer answer) {
    return StreamSupport.stream(answer.body().spliterator(), false).map(Recorded::of).toList();
  }

  /** What the event adds to the balance; an opening is counted by who knows its amount. */
  BigDecimal effect() {
    return switch (type) {
      case "MoneyDeposited" -> amount;
      case "MoneyWithdrawn" -> amount.negate();
      default -> BigDecimal.ZERO;
    };
  }

  private static Recorded of(JsonNode event) {
    var data = event.path("data");
    return new Recorded(
        event.path("position").asLong(),
        event.path("version").asLong(),
        event.path("type").asString(),
        data.path("transactionId").asString(""),
        data.path("amount").decimalValue(BigDecimal.ZERO));
  }
}
