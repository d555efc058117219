package io.orchestrix.eventstore.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Appends to few streams in units of work of every shape, many of which fail: by an exception, by
 * an error, by a failure that was caught, or by losing against another one.
 */
final class InMemoryWriter {

  /** What all writers share. */
  record Parts(EventStore store, UnitOfWork unitOfWork, MetadataFactory metadata) {}

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final AtomicInteger WORKS = new AtomicInteger();

  private final Parts parts;
  private final int streams;
  private final SplittableRandom random;
  private final Map<UUID, Integer> committed = new HashMap<>();
  private int undone;

  InMemoryWriter(Parts parts, int streams, SplittableRandom random) {
    this.parts = parts;
    this.streams = streams;
    this.random = random;
  }

  /** The ids of what was committed, each with the number of its unit of work. */
  Map<UUID, Integer> committed() {
    return committed;
  }

  /** How many units of work were undone. */
  int undone() {
    return undone;
  }

  void run(int works) {
    for (int i = 0; i < works; i++) {
      int number = WORKS.incrementAndGet();
      try {
        List<UUID> ids = random.nextInt(8) == 0 ? append() : parts.unitOfWork().get(this::work);
        ids.forEach(id -> committed.put(id, number));
      } catch (Undone | AssertionError | RolledBackException | ConflictException e) {
        if (e instanceof AssertionError && !"undo".equals(e.getMessage())) {
          throw e;
        }
        undone++;
      }
    }
  }

  private List<UUID> work() {
    List<UUID> ids = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      if (random.nextInt(6) == 0) {
        parts.store().lock(stream());
      }
      ids.addAll(random.nextBoolean() ? append() : appendToOne());
      linger();
    }
    switch (random.nextInt(12)) {
      case 0, 1 -> throw new Undone();
      case 2 -> throw new AssertionError("undo");
      case 3 -> failQuietly();
      case 4 -> {
        appendToNew();
        throw new Undone();
      }
      default -> {}
    }
    return ids;
  }

  /** To several streams at once, whatever is there. */
  private List<UUID> append() {
    List<Append> appends =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> stream())
            .distinct()
            .map(stream -> new Append(stream, AppendCondition.any(), events()))
            .toList();
    parts.store().append(appends);
    return appends.stream()
        .flatMap(append -> append.events().stream())
        .map(event -> event.metadata().id())
        .toList();
  }

  /** In the version that was seen, which somebody may have changed meanwhile. */
  private List<UUID> appendToOne() {
    StreamId stream = stream();
    long version = parts.store().info(stream).map(StreamInfo::version).orElse(0L);
    linger();
    List<NewEvent> events = events();
    AppendResult result = parts.store().append(stream, AppendCondition.atVersion(version), events);
    assertThat(result.version()).isEqualTo(version + events.size());
    assertThat(parts.store().info(stream).map(StreamInfo::version)).contains(result.version());
    assertThat(parts.store().page(stream, StreamRange.ALL.backwards(), 1))
        .extracting(RecordedEvent::version)
        .containsExactly(result.version());
    return events.stream().map(event -> event.metadata().id()).toList();
  }

  private void appendToNew() {
    parts.store().append(new StreamId("never", "committed"), AppendCondition.any(), events());
  }

  private void failQuietly() {
    try {
      parts.store().append(stream(), AppendCondition.atVersion(1_000_000), events());
    } catch (AppendConflictException e) {
      // its unit of work does not forget it
    }
  }

  /** Lets others come in between, at times. */
  private void linger() {
    if (random.nextInt(8) == 0) {
      LockSupport.parkNanos(random.nextInt(200_000));
    }
  }

  private StreamId stream() {
    int number = random.nextBoolean() ? 0 : random.nextInt(streams); // one is hot
    return new StreamId("test", Integer.toString(number));
  }

  private List<NewEvent> events() {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(
            i -> new NewEvent(parts.metadata().create("appended", null), new Appended("writer", i)))
        .toList();
  }
}
