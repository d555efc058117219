package io.orchestrix.bench;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The process of {@link MemoryCheck}. */
final class LongReader {

  private LongReader() {}

  /** Takes the database, the account, and how many events that has. */
  public static void main(String[] arguments) {
    TestDatabase database = new TestDatabase(arguments[0], "postgres", "postgres");
    String schema = OrchestrixContestant.SCHEMA;
    try (var container = Container.startIn(schema, database, Account.class, Accounts.class)) {
      InOrder reader = new InOrder();
      long start = System.nanoTime();
      container
          .get(EventStore.class)
          .read(new StreamId("account", arguments[1]))
          .forEachOrdered(event -> reader.see(event.version(), (MoneyBooked) event.payload()));
      long millis = (System.nanoTime() - start) / 1_000_000;
      reader.tally().mustBe(Tally.of(Long.parseLong(arguments[2])));
      System.out.printf("peak %d MiB of heap, %.1f s%n", peak() >> 20, millis / 1e3);
    }
  }

  /** What the parts of the heap held at most, each at its own time: no less than the peak. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
