package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What readers see of a store in memory under many writers, held against what was committed. */
class InMemoryHistoryTest {

  private static final int WRITERS = 8;
  private static final int READERS = 3;
  private static final int EACH = 400;
  private static final int STREAMS = 12;

  private final long seed = System.nanoTime();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

  /** What was told in units of work that were committed. */
  private final Queue<RecordedEvent> told = new ConcurrentLinkedQueue<>();

  private final EventStore store =
      new InMemoryEventStore(
          new EventFormat(
              new EventTypes(List.of(Appended.class)),
              List.of(),
              new JacksonPayloadCodec(),
              UnknownEvents.FAIL),
          false,
          unitOfWork,
          this::tell);
  private final InMemoryWriter.Parts parts =
      new InMemoryWriter.Parts(
          store, unitOfWork, new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage()));

  private void tell(List<RecordedEvent> appended) {
    List<RecordedEvent> events = List.copyOf(appended);
    unitOfWork.afterEnd(
        end -> {
          if (end == UnitOfWork.End.COMMITTED) {
            told.addAll(events);
          }
        });
  }

  @Test
  void every_event_reaches_every_reader_once_in_a_dense_order_and_none_that_was_undone()
      throws Exception {
    List<Reader> readers = LongStream.range(0, READERS).mapToObj(i -> Reader.of(store)).toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<InMemoryWriter> writers = new ArrayList<>();
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        InMemoryWriter writer = new InMemoryWriter(parts, STREAMS, new SplittableRandom(seed + i));
        writers.add(writer);
        writing.add(threads.submit(() -> writer.run(EACH)));
      }
      List<Future<?>> reading = new ArrayList<>();
      for (Reader reader : readers) {
        reading.add(threads.submit(() -> follow(reader, writing)));
      }
      reading.add(threads.submit(() -> compare(writing)));
      for (Future<?> end : writing) {
        end.get(2, TimeUnit.MINUTES);
      }
      for (Future<?> end : reading) {
        end.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    check(writers, readers);
  }

  private static void follow(Reader reader, List<Future<?>> writing) {
    while (!writing.stream().allMatch(Future::isDone)) {
      reader.catchUp();
    }
    reader.catchUp();
  }

  /** What is known of a stream is never ahead of its events. */
  private void compare(List<Future<?>> writing) {
    while (!writing.stream().allMatch(Future::isDone)) {
      for (StreamInfo info : store.streams(StreamQuery.ACTIVE, null, STREAMS)) {
        StreamRange last = StreamRange.ALL.from(info.version()).to(info.version());
        assertThat(store.page(info.id(), last, 1))
            .extracting(event -> event.metadata().id())
            .containsExactly(info.head());
      }
    }
  }

  private void check(List<InMemoryWriter> writers, List<Reader> readers) {
    Map<UUID, Integer> works =
        writers.stream()
            .flatMap(writer -> writer.committed().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (Reader reader : readers) {
      assertThat(History.check(works.keySet(), reader.seen()))
          .as("seed %d", seed)
          .isEqualTo(History.FLAWLESS);
      assertThat(reader.seen().stream().map(event -> event.position().value()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, works.size()).boxed().toList());
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(readers.get(0).seen());
    assertThat(store.watermark().position()).isEqualTo(new GlobalPosition(works.size()));
    assertThat(writers).allMatch(writer -> writer.undone() > EACH / 10);
    List<Integer> order =
        readers.get(0).seen().stream().map(event -> works.get(event.metadata().id())).toList();
    assertThat(changes(order)).isEqualTo(works.values().stream().distinct().count() - 1);
    for (StreamInfo info : store.streams(StreamQuery.ACTIVE, null, STREAMS)) {
      assertThat(store.read(info.id())).hasSize((int) info.version());
    }
    assertThat(store.info(new StreamId("never", "committed"))).isEmpty();
  }

  /** How often the next event is of another unit of work. */
  private static long changes(List<Integer> order) {
    long changes = 0;
    for (int i = 1; i < order.size(); i++) {
      changes += order.get(i).equals(order.get(i - 1)) ? 0 : 1;
    }
    return changes;
  }
}
