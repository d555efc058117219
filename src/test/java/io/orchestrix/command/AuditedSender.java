package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/** An application in a process of its own that sends commands until it is killed. */
final class AuditedSender {

  static final String SENT = "SENT";
  private static final int THREADS = 4;

  record Increase(@TargetId String tally) implements Command {}

  @ApplicationScoped
  static class Increaser {
    @Inject AggregateRepository<Tally> tallies;

    long increase(@HandlesCommand Increase command) {
      return tallies.updateOrCreate(command.tally(), tally -> tally.add(1)).sum();
    }
  }

  private AuditedSender() {}

  /**
   * Runs it.
   *
   * @param arguments URL, user, password and schema of the database
   */
  public static void main(String[] arguments) {
    TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
    try (Container container =
        Container.startIn(arguments[3], database, Tally.class, Increaser.class)) {
      CommandBus bus = container.get(CommandBus.class);
      container.get(AuditTrail.class);
      CompletableFuture<?>[] senders = new CompletableFuture<?>[THREADS];
      for (int i = 0; i < THREADS; i++) {
        String tally = "tally-" + i;
        senders[i] = CompletableFuture.runAsync(() -> sendForEver(bus, tally));
      }
      CompletableFuture.allOf(senders).join();
    }
  }

  private static void sendForEver(CommandBus bus, String tally) {
    PrintStream out = System.out;
    for (int i = 0; true; i++) {
      bus.send(new Increase(tally));
      if (i % 50 == 0) {
        out.println(SENT);
        out.flush();
      }
    }
  }
}
