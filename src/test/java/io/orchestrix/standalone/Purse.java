package io.orchestrix.standalone;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** An aggregate whose events projections of tests handle. */
@Aggregate("purse")
class Purse extends AggregateRoot {

  record Put(String purse, int amount) implements Command {}

  @EventType("coins-put")
  record CoinsPut(String purse, int amount) implements Event {}

  void put(int amount) {
    apply(new CoinsPut(id(), amount));
  }

  void when(CoinsPut event) {
    // nothing depends on it
  }
}
