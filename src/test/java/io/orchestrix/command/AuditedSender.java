package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An application in a process of its own that sends commands on several threads; the last of each
 * is held when all of it is written and nothing committed, until it is killed.
 */
final class AuditedSender {

  /** Says that one is held. */
  static final String HELD = "HELD";

  static final int THREADS = 4;

  /** How many each thread sends before. */
  static final int EACH = 25;

  record Increase(@TargetId String tally) implements Command {}

  @ApplicationScoped
  static class Increaser {
    @Inject AggregateRepository<Tally> tallies;

    long increase(@HandlesCommand Increase command) {
      return tallies.updateOrCreate(command.tally(), tally -> tally.add(1)).sum();
    }
  }

  /** Stands around all that is written, in the transaction. */
  @ApplicationScoped
  @Priority(CommandOrder.TRANSACTION + 10)
  static class Scaffold implements CommandInterceptor {

    private final AtomicInteger handled = new AtomicInteger();

    @Override
    public @Nullable Object intercept(CommandMessage message, CommandHandler next)
        throws Exception {
      Object answer = next.handle(message);
      if (handled.incrementAndGet() > THREADS * EACH) {
        say(HELD);
        new CountDownLatch(1).await(); // until it is killed
      }
      return answer;
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
        Container.startIn(arguments[3], database, Tally.class, Increaser.class, Scaffold.class)) {
      CommandBus bus = container.get(CommandBus.class);
      CompletableFuture<?>[] senders = new CompletableFuture<?>[THREADS];
      for (int i = 0; i < THREADS; i++) {
        senders[i] = CompletableFuture.runAsync(() -> sendForEver(bus));
      }
      CompletableFuture.allOf(senders).join();
    }
  }

  private static void sendForEver(CommandBus bus) {
    while (true) {
      bus.send(new Increase(UUID.randomUUID().toString()));
    }
  }

  private static void say(String text) {
    PrintStream out = System.out;
    out.println(text);
    out.flush();
  }
}
