package io.orchestrix.bench.bus;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Event;

/** Something that is counted. */
@Aggregate("counter")
class Counter extends AggregateRoot {

  record Counted(long total) implements Event {}

  private long total;

  @Creates(Creation.IF_MISSING)
  long count(@HandlesCommand Count command) {
    apply(new Counted(total + 1));
    return total;
  }

  void when(Counted event) {
    total = event.total();
  }
}
