package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Entry.Kind.DEPOSIT;
import static io.orchestrix.it.bank.Entry.Kind.WITHDRAWAL;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What clients send: bookings on a few accounts that they share, and now and then a new account.
 *
 * @param newcomers how many new accounts there are in a hundred entries
 */
record EntrySource(String name, List<String> accounts, int newcomers) {
  private static final long PLENTY = 1_000_000;

  static EntrySource of(String name, int accounts) {
    return new EntrySource(
        name, IntStream.range(0, accounts).mapToObj(i -> name + "-" + i).toList(), 10);
  }

  /** With so many new accounts in a hundred entries, instead of ten. */
  EntrySource withNewcomers(int percent) {
    return new EntrySource(name, accounts, percent);
  }

  /** What has to be booked before all others. */
  List<Entry> openings() {
    return accounts.stream().map(account -> Entry.opening(account, PLENTY)).toList();
  }

  /**
   * @param unique no other call has the same
   */
  Entry next(Random random, String unique) {
    var amount = 1 + random.nextInt(100);
    var dice = random.nextInt(100);
    if (dice < newcomers) {
      return Entry.opening(name + "-new-" + unique, amount);
    }
    return Entry.booking(anyAccount(random), dice < 70 ? DEPOSIT : WITHDRAWAL, amount);
  }

  String anyAccount(Random random) {
    return accounts.get(random.nextInt(accounts.size()));
  }
}
