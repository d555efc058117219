package io.orchestrix.bench.bus;

import io.orchestrix.command.CommandBus;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntFunction;

/** A million commands through the bus of a container, in memory, on one thread. */
public final class Million {

  private static final int COMMANDS = Integer.getInteger("bench.commands", 1_000_000);
  private static final int COUNTERS = 100_000;

  private Million() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    try (Container container =
        Container.startWith(
            Map.of("orchestrix.store", "memory"), TestDatabase.h2(), Pings.class, Counter.class)) {
      CommandBus bus = container.get(CommandBus.class);
      out.printf("answered by a bean:       %6.2f s%n", seconds(bus, Ping::new));
      out.printf(
          "one event stored by each: %6.2f s%n",
          seconds(bus, number -> new Count("c" + number % COUNTERS)));
    }
  }

  private static double seconds(CommandBus bus, IntFunction<Command> command) {
    long start = System.nanoTime();
    for (int number = 0; number < COMMANDS; number++) {
      bus.send(command.apply(number));
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
