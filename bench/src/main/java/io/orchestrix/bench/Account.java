package io.orchestrix.bench;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;

/** The aggregate of Orchestrix. */
@Aggregate("account")
class Account extends AggregateRoot {

  private Tally tally = Tally.NOTHING;

  void book() {
    apply(tally.next(id()));
  }

  Tally tally() {
    return tally;
  }

  void when(MoneyBooked event) {
    tally = tally.and(event);
  }
}
