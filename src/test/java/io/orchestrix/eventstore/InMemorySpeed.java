package io.orchestrix.eventstore;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.eventstore.order.Appended;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What a million events cost in memory, and an append beside them in processor time. No test: it
 * runs when it is named, {@code mvn -pl src test -Dtest=InMemorySpeed -DargLine=-Xmx1g}.
 */
class InMemorySpeed {

  private static final int EVENTS = 1_000_000;
  private static final int STREAMS = 100_000;
  private static final int REPORT = 100_000;
  private static final String TEXT = "x".repeat(60); // about 85 characters of JSON

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final EventFormat format =
      new EventFormat(
          new EventTypes(List.of(Appended.class)),
          List.of(),
          new JacksonPayloadCodec(),
          UnknownEvents.FAIL);
  private final EventStore store =
      new InMemoryEventStore(format, false, unitOfWork, EventPublisher.NONE);
  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void a_million_events() {
    long before = used();
    for (int done = REPORT; done <= EVENTS; done += REPORT) {
      double making = micros(this::make);
      double encoding = micros(() -> format.encode(new Appended(TEXT, 1)));
      double appending = micros(this::append) - making;
      long bytes = (used() - before) / done;
      report(
          "%,9d events, %d bytes each; an append of one takes %.1f us, %.1f of them to encode"
              .formatted(done, bytes, appending, encoding));
    }
    long start = cpu();
    long read = store.readAll().count();
    report("%,9d read in %d ms".formatted(read, (cpu() - start) / 1_000_000));
  }

  /** Of this thread: the machine may do other things as well. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double micros(Runnable work) {
    long start = cpu();
    for (int i = 0; i < REPORT; i++) {
      work.run();
    }
    return (cpu() - start) / 1_000.0 / REPORT;
  }

  private NewEvent make() {
    StreamId stream = new StreamId("test", Integer.toString(random.nextInt(STREAMS)));
    return new NewEvent(metadata.create("appended", stream.toString()), new Appended(TEXT, 1));
  }

  private void append() {
    NewEvent event = make();
    StreamId stream = StreamId.parse(String.valueOf(event.metadata().subject()));
    store.append(stream, AppendCondition.any(), List.of(event));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @SuppressWarnings("SystemOut")
  private static void report(String line) {
    System.out.println(line);
  }
}
