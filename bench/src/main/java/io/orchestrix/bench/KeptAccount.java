package io.orchestrix.bench;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Snapshots;

/** The aggregate of Orchestrix, with snapshots. */
@Aggregate("account")
@Snapshots(every = 100)
class KeptAccount extends AggregateRoot {

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
