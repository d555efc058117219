package io.orchestrix.aggregate.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.aggregate.SnapshotStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InMemorySnapshotStoreTest {

  private static final StreamId STREAM = new StreamId("test", "one");

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final SnapshotStore store = new InMemorySnapshotStore(unitOfWork);

  private static Snapshot snapshot(long version) {
    return new Snapshot(STREAM, version, UUID.randomUUID(), "print", "{}", Instant.EPOCH);
  }

  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  @Test
  void a_snapshot_takes_the_place_of_the_one_before() {
    assertThat(store.find(STREAM)).isEmpty();
    store.save(snapshot(1));
    Snapshot next = snapshot(2);
    store.save(next);

    assertThat(store.find(STREAM)).contains(next);
  }

  @Test
  void a_unit_of_work_has_its_snapshot_for_itself_until_it_commits() {
    Snapshot old = snapshot(1);
    Snapshot own = snapshot(2);
    store.save(old);

    unitOfWork.get(
        () -> {
          assertThat(store.find(STREAM)).contains(old);
          store.save(own);
          assertThat(store.find(STREAM)).contains(own);
          elsewhere(() -> assertThat(store.find(STREAM)).contains(old));
          return true;
        });

    elsewhere(() -> assertThat(store.find(STREAM)).contains(own));
  }

  @Test
  void what_is_undone_leaves_the_snapshot_before() {
    Snapshot old = snapshot(1);
    store.save(old);

    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      store.save(snapshot(2));
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(store.find(STREAM)).contains(old);
  }

  @Test
  void who_ends_late_does_not_bring_an_older_one_back() {
    Snapshot newer = snapshot(2);
    unitOfWork.get(
        () -> {
          store.save(snapshot(1));
          elsewhere(() -> store.save(newer));
          return true;
        });

    assertThat(store.find(STREAM)).contains(newer);
  }
}
