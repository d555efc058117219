package io.orchestrix.bench;

/**
 * Accounts that are there before a measurement begins.
 *
 * @param prefix what their names begin with
 * @param accounts how many
 * @param bookings of each
 */
record Filling(String prefix, int accounts, int bookings) {

  /** Of each event a row: {@code n} from 0, its {@code name} and its version {@code v}. */
  static final String ROWS =
      """
      (select n, ?::text || '-' || n %% %1$d as name, n / %1$d + 1 as v
         from generate_series(0::bigint, %1$d::bigint * %2$d - 1) as n) as filled
      """;

  /** A {@link MoneyBooked} as JSON. */
  static final String PAYLOAD =
      "format('{\"account\":\"%s\",\"transaction\":\"%s/%s\",\"amount\":"
          + MoneyBooked.AMOUNT
          + ",\"balance\":%s,\"currency\":\""
          + MoneyBooked.CURRENCY
          + "\",\"purpose\":\""
          + MoneyBooked.PURPOSE
          + "\",\"counterparty\":\""
          + MoneyBooked.COUNTERPARTY
          + "\",\"channel\":\""
          + MoneyBooked.CHANNEL
          + "\"}', name, name, v, v * "
          + MoneyBooked.AMOUNT
          + ")";

  /** Whether a payload was not decided upon all the bookings before it. */
  static String misled(String payload, String version) {
    return "%s not like '%%\"balance\":' || %s * %s || ',%%'"
        .formatted(payload, version, MoneyBooked.AMOUNT);
  }

  static final Filling NOTHING = new Filling("", 0, 0);

  long events() {
    return (long) accounts * bookings;
  }

  /** The name of the nth account, for any n. */
  String account(long n) {
    return prefix + "-" + n % accounts;
  }

  /** In the order of a business: the accounts take turns. */
  String rows() {
    return ROWS.formatted(accounts, bookings);
  }
}
