package io.orchestrix.bench;

import io.orchestrix.message.Event;
import java.math.BigDecimal;

/**
 * The one event of the benchmark, some 230 bytes of JSON; {@link Filling} writes the same in SQL.
 */
record MoneyBooked(
    String account,
    String transaction,
    BigDecimal amount,
    BigDecimal balance,
    String currency,
    String purpose,
    String counterparty,
    String channel)
    implements Event {

  /** Every booking is of the same amount, so that a balance tells how many were seen. */
  static final BigDecimal AMOUNT = new BigDecimal("12.50");

  static final String CURRENCY = "EUR";
  static final String PURPOSE = "Invoice 2026-004711, standing order of the first of the month";
  static final String COUNTERPARTY = "DE89370400440532013000";
  static final String CHANNEL = "standing-order";

  /** The booking that follows so many others, which made {@code balance}. */
  static MoneyBooked after(String account, long bookings, BigDecimal balance) {
    return new MoneyBooked(
        account,
        account + "/" + (bookings + 1),
        AMOUNT,
        balance.add(AMOUNT),
        CURRENCY,
        PURPOSE,
        COUNTERPARTY,
        CHANNEL);
  }
}
