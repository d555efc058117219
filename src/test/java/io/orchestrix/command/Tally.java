package io.orchestrix.command;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.message.Event;

/** A sum that grows. */
@Aggregate("tally")
class Tally extends AggregateRoot {

  record Added(long by) implements Event {}

  private long sum;

  void add(long by) {
    apply(new Added(by));
  }

  long sum() {
    return sum;
  }

  void when(Added event) {
    sum += event.by();
  }
}
