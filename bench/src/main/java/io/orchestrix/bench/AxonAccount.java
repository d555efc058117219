package io.orchestrix.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The aggregate of Axon Framework. */
class AxonAccount {

  @AggregateIdentifier private String account;
  private Tally tally = Tally.NOTHING;

  @SuppressWarnings("NullAway") // the first event tells which one it is
  AxonAccount() {}

  @CommandHandler
  @SuppressWarnings("NullAway")
  AxonAccount(OpenAccount command) {
    Tally known = Tally.NOTHING; // what a constructor applies is shown to the aggregate after it
    for (int i = 0; i < command.bookings(); i++) {
      MoneyBooked event = known.next(command.account());
      apply(event);
      known = known.and(event);
    }
  }

  @CommandHandler
  void book(@SuppressWarnings("UnusedVariable") BookMoney command) {
    apply(tally.next(account));
  }

  @EventSourcingHandler
  void on(MoneyBooked event) {
    account = event.account();
    tally = tally.and(event);
  }

  Tally tally() {
    return tally;
  }
}
