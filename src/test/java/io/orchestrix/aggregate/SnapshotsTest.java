package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import io.orchestrix.monitor.Signal.AggregateLoaded;
import io.orchestrix.monitor.Signal.SnapshotIgnored;
import io.orchestrix.monitor.Signal.SnapshotIgnored.Reason;
import io.orchestrix.monitor.Signal.SnapshotRefused;
import io.orchestrix.monitor.Signal.SnapshotUsed;
import io.orchestrix.monitor.Signal.SnapshotWritten;
import io.orchestrix.unitofwork.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final StreamId STREAM = new StreamId("cargo", "c");
  private static final List<Class<? extends Event>> EVENTS =
      List.of(Cargo.Loaded.class, Cargo.Sailed.class, Cargo.Labelled.class);

  private final Harbour harbour =
      new Harbour(
          Cargo.Loaded.class, Cargo.Sailed.class, Cargo.Labelled.class, Tally.Counted.class);

  private void load(String... items) {
    AggregateRepository<Cargo> cargos = harbour.repository(Cargo.class);
    for (String item : items) {
      if (cargos.find("c").isEmpty()) {
        cargos.create("c", cargo -> cargo.load(item));
      } else {
        cargos.update("c", cargo -> cargo.load(item));
      }
    }
  }

  private Cargo loaded() {
    harbour.forget();
    return harbour.repository(Cargo.class).load("c");
  }

  private Snapshot snapshot() {
    return harbour.snapshots.find(STREAM).orElseThrow();
  }

  private void replace(Snapshot snapshot) {
    harbour.snapshots.save(snapshot);
  }

  private List<Reason> ignored() {
    return harbour.monitor.signals(SnapshotIgnored.class).stream()
        .map(SnapshotIgnored::reason)
        .toList();
  }

  @Test
  void one_is_written_after_so_many_events_and_spares_reading_them() {
    load("a", "b");
    assertThat(harbour.snapshots.find(STREAM)).isEmpty();
    load("c", "d");
    assertThat(snapshot().version()).isEqualTo(3);

    Cargo cargo = loaded();

    assertThat(cargo.items).containsOnlyKeys("a", "b", "c", "d");
    assertThat(cargo.version()).isEqualTo(4);
    assertThat(harbour.monitor.signals(SnapshotUsed.class))
        .containsExactly(new SnapshotUsed("cargo", 3));
    assertThat(harbour.monitor.signals(AggregateLoaded.class))
        .last()
        .returns(1, AggregateLoaded::events);
  }

  @Test
  void the_next_one_takes_its_place() {
    load("a", "b", "c", "d", "e");
    assertThat(snapshot().version()).isEqualTo(3);
    load("f");

    assertThat(snapshot().version()).isEqualTo(6);
    assertThat(loaded().items).hasSize(6);
    assertThat(harbour.monitor.signals(SnapshotWritten.class)).hasSize(2);
  }

  @Test
  void one_that_is_remembered_gives_way_to_the_next() {
    load("a", "b", "c", "d");
    loaded();
    load("e", "f", "g");

    Cargo cargo = harbour.repository(Cargo.class).load("c");

    assertThat(cargo.items).hasSize(7);
    assertThat(harbour.monitor.signals(SnapshotUsed.class)).endsWith(new SnapshotUsed("cargo", 6));
  }

  @Test
  void one_of_the_newest_version_needs_no_event() {
    load("a", "b", "c");
    RecordingStore store = new RecordingStore(harbour.store);
    harbour.store = store;

    assertThat(loaded().items).hasSize(3);
    assertThat(store.read).isEmpty();
  }

  @Test
  void one_of_other_code_is_ignored_and_replaced_by_the_next_save() {
    load("a", "b", "c", "d");
    Snapshot found = snapshot();
    replace(
        new Snapshot(STREAM, 3, found.head(), "0".repeat(64), found.state(), found.createdAt()));

    assertThat(loaded().items).hasSize(4);
    assertThat(ignored()).containsExactly(Reason.OTHER_CODE);

    load("e");
    assertThat(snapshot().version()).isEqualTo(5);
    assertThat(snapshot().fingerprint()).isEqualTo(found.fingerprint());
  }

  @Test
  void one_of_another_upcaster_is_ignored() {
    load("a", "b", "c");
    harbour.restart(UnknownEvents.FAIL, EVENTS, Upcaster.drop("Gone", 1));

    assertThat(loaded().items).hasSize(3);
    assertThat(ignored()).containsExactly(Reason.OTHER_CODE);
  }

  @Test
  void one_whose_last_event_is_another_is_ignored() {
    load("a", "b", "c", "d");
    Snapshot found = snapshot();
    replace(
        new Snapshot(STREAM, 3, UUID.randomUUID(), found.fingerprint(), "{}", found.createdAt()));
    assertThat(loaded().items).hasSize(4);

    replace(new Snapshot(STREAM, 9, found.head(), found.fingerprint(), "{}", found.createdAt()));
    assertThat(loaded().items).hasSize(4);
    assertThat(ignored()).containsExactly(Reason.OTHER_EVENTS, Reason.OTHER_EVENTS);
  }

  @Test
  void one_that_cannot_be_read_is_ignored() {
    load("a", "b", "c", "d");
    Snapshot found = snapshot();

    for (String state :
        List.of("", "{", "null", "[]", "{}", "{\"items\":7}", found.state() + "!")) {
      replace(new Snapshot(STREAM, 3, found.head(), found.fingerprint(), state, found.createdAt()));
      assertThat(loaded().items).as(state).hasSize(4);
    }
    assertThat(ignored()).hasSize(7).containsOnly(Reason.UNREADABLE);
  }

  @Test
  void a_store_that_fails_is_as_if_there_was_none() {
    load("a", "b");
    harbour.snapshots = new Broken(new IllegalStateException("gone"));

    load("c", "d");

    assertThat(loaded().items).hasSize(4);
    assertThat(ignored()).contains(Reason.FAILED);
    assertThat(harbour.monitor.signals(SnapshotRefused.class)).isNotEmpty();
  }

  @Test
  void a_transaction_that_cannot_go_on_does_not() {
    load("a", "b");
    harbour.snapshots = new Broken(new UnavailableException(new IllegalStateException("away")));

    assertThatThrownBy(this::loaded).isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_state_that_does_not_survive_being_written_is_not_kept() {
    AggregateRepository<Tally> tallies = harbour.repository(Tally.class);
    tallies.create("t", Tally::count);

    tallies.update("t", Tally::count);

    assertThat(tallies.load("t").counter.get()).isEqualTo(2);
    assertThat(harbour.snapshots.find(new StreamId("tally", "t"))).isEmpty();
    assertThat(harbour.monitor.signals(SnapshotRefused.class)).hasSize(2);
  }

  @Test
  void a_collection_that_would_come_back_without_its_order_is_not_kept() {
    harbour.repository(Sorting.class).create("s", Sorting::count);

    assertThat(harbour.snapshots.find(new StreamId("sorting", "s"))).isEmpty();
    assertThat(harbour.monitor.signals(SnapshotRefused.class)).hasSize(1);
  }

  @Test
  void a_comparator_or_a_subclass_that_would_not_come_back_is_not_kept() {
    harbour.repository(Comparing.class).create("c", Comparing::count);
    harbour.repository(Planning.class).create("p", Planning::count);

    assertThat(harbour.snapshots.find(new StreamId("comparing", "c"))).isEmpty();
    assertThat(harbour.snapshots.find(new StreamId("planning", "p"))).isEmpty();
    assertThat(harbour.monitor.signals(SnapshotRefused.class)).hasSize(2);
  }

  @Test
  void one_is_due_when_loading_took_too_long() {
    AggregateRepository<Slow> slow = harbour.repository(Slow.class);
    RecordingStore store = new RecordingStore(harbour.store);
    harbour.store = store;
    slow.create("s", Slow::count);
    harbour.forget();
    AggregateRepository<Slow> again = harbour.repository(Slow.class);
    store.beforeNextRead = () -> harbour.nanos.addAndGet(Duration.ofMillis(49).toNanos());
    again.update("s", Slow::count);
    assertThat(harbour.snapshots.find(new StreamId("slow", "s"))).isEmpty();

    harbour.forget();
    again = harbour.repository(Slow.class);
    store.beforeNextRead = () -> harbour.nanos.addAndGet(Duration.ofMillis(50).toNanos());
    again.update("s", Slow::count);

    assertThat(harbour.snapshots.find(new StreamId("slow", "s")))
        .map(Snapshot::version)
        .contains(3L);
  }

  /** Its counter is final and of the platform, so nothing brings it back. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("tally")
  @Snapshots(every = 1)
  static class Tally extends AggregateRoot {
    record Counted() implements Event {}

    final AtomicInteger counter = new AtomicInteger();

    void count() {
      apply(new Counted());
    }

    void when(Counted event) {
      counter.incrementAndGet();
    }
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("slow")
  @Snapshots(ifLoadTakes = "PT0.05S")
  static class Slow extends AggregateRoot {
    private int count;

    void count() {
      apply(new Tally.Counted());
    }

    void when(Tally.Counted event) {
      count++;
    }
  }

  /** Its set is sorted only after the first event. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("sorting")
  @Snapshots(every = 1)
  static class Sorting extends AggregateRoot {
    private Set<Integer> numbers = Set.of();

    void count() {
      apply(new Tally.Counted());
    }

    void when(Tally.Counted event) {
      numbers = new TreeSet<>(Set.of(1));
    }
  }

  /** Its map has a comparator only after the first event. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("comparing")
  @Snapshots(every = 1)
  static class Comparing extends AggregateRoot {
    private @Nullable SortedMap<String, Integer> numbers;

    void count() {
      apply(new Tally.Counted());
    }

    void when(Tally.Counted event) {
      numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      numbers.put("a", 1);
    }
  }

  /** What is in its field is more than the field says. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
  @Aggregate("planning")
  @Snapshots(every = 1)
  static class Planning extends AggregateRoot {
    static class Plan {
      int usual = 1;
    }

    static class Premium extends Plan {
      int extra = 2;
    }

    private Plan plan = new Plan();

    void count() {
      apply(new Tally.Counted());
    }

    void when(Tally.Counted event) {
      plan = new Premium();
    }
  }

  private record Broken(RuntimeException failure) implements SnapshotStore {
    @Override
    public Optional<Snapshot> find(StreamId stream) {
      throw failure;
    }

    @Override
    public void save(Snapshot snapshot) {
      throw failure;
    }
  }
}
