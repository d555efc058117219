package io.orchestrix.bench;

import java.math.BigDecimal;

/**
 * What somebody makes of the bookings that it saw, so that nobody can skip the reading.
 *
 * @param bookings how many
 * @param balance the sum of their amounts
 */
record Tally(long bookings, BigDecimal balance) {

  static final Tally NOTHING = new Tally(0, BigDecimal.ZERO);

  static Tally of(long bookings) {
    return new Tally(bookings, MoneyBooked.AMOUNT.multiply(BigDecimal.valueOf(bookings)));
  }

  Tally and(MoneyBooked event) {
    return new Tally(bookings + 1, balance.add(event.amount()));
  }

  /** The next booking of an account with these. */
  MoneyBooked next(String account) {
    return MoneyBooked.after(account, bookings, balance);
  }

  /**
   * @throws IllegalStateException if it is another
   */
  void mustBe(Tally expected) {
    if (bookings != expected.bookings || balance.compareTo(expected.balance) != 0) {
      throw new IllegalStateException("%s was to be %s.".formatted(this, expected));
    }
  }
}
