package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * An application in a process of its own that repeats a command by its key, says what was answered,
 * sends another one, and is killed after its commit, before anybody has the answer.
 */
final class KilledSender {

  /** Says that it can be killed now. */
  static final String COMMITTED = "COMMITTED";

  /** Comes before the answer to the repetition. */
  static final String ANSWERED = "ANSWERED ";

  record Increase(String tally) implements Command {}

  record Increased(long sum) {}

  @ApplicationScoped
  static class Increaser {
    @Inject AggregateRepository<Tally> tallies;

    Increased increase(@HandlesCommand Increase command) {
      return new Increased(tallies.updateOrCreate(command.tally(), tally -> tally.add(1)).sum());
    }
  }

  /** Stands between the commit and the sender. */
  @ApplicationScoped
  @Priority(CommandOrder.RETRY - 10)
  static class Scaffold implements CommandInterceptor {

    @Override
    public @Nullable Object intercept(CommandMessage message, CommandHandler next)
        throws Exception {
      Object answer = next.handle(message);
      if (armed) {
        say(COMMITTED);
        System.in.read(); // until it is killed
      }
      return answer;
    }
  }

  private static volatile boolean armed;

  private KilledSender() {}

  /**
   * Runs it.
   *
   * @param arguments URL, user, password and schema of the database, and a number: the command of
   *     the number before is repeated, that of this number is sent
   */
  public static void main(String[] arguments) throws IOException {
    TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
    int number = Integer.parseInt(arguments[4]);
    try (Container container =
        Container.startIn(arguments[3], database, Tally.class, Increaser.class, Scaffold.class)) {
      CommandBus bus = container.get(CommandBus.class);
      if (number > 1) {
        Increased answer = send(bus, number - 1);
        say(ANSWERED + answer.sum());
      }
      armed = true;
      send(bus, number);
    }
  }

  private static Increased send(CommandBus bus, int number) {
    return bus.withIdempotencyKey("command-" + number)
        .send(new Increase("the only one"), Increased.class);
  }

  private static void say(String text) {
    PrintStream out = System.out;
    out.println(text);
    out.flush();
  }
}
