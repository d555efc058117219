package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;

/** Adds one to a tally, each time it is executed. */
record Enter(String tally) implements Command {

  /** Its handler. */
  @ApplicationScoped
  static class Clerk {

    /** What happens during the next execution. */
    static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});

    @Inject AggregateRepository<Tally> tallies;

    long enter(@HandlesCommand Enter command) {
      Tally tally = tallies.updateOrCreate(command.tally(), entered -> entered.add(1));
      MEANWHILE.getAndSet(() -> {}).run();
      return tally.sum();
    }

    long sumOf(String tally) {
      return tallies.load(tally).sum();
    }
  }
}
