package io.orchestrix.bench;

/** Reads events and takes only ever later ones. Used by one thread. */
final class InOrder {

  private Tally tally = Tally.NOTHING;
  private long last = Long.MIN_VALUE;

  void see(long position, MoneyBooked event) {
    if (position <= last) {
      throw new IllegalStateException(position + " came after " + last);
    }
    last = position;
    tally = tally.and(event);
  }

  Tally tally() {
    return tally;
  }
}
