package io.orchestrix.aggregate.inmemory;

import io.orchestrix.aggregate.Snapshot;
import io.orchestrix.aggregate.SnapshotStore;
import io.orchestrix.eventstore.StreamId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps snapshots in memory, for tests. It takes no part in transactions. Thread-safe. */
public final class InMemorySnapshotStore implements SnapshotStore {

  private final Map<StreamId, Snapshot> snapshots = new ConcurrentHashMap<>();

  @Override
  public Optional<Snapshot> find(StreamId stream) {
    return Optional.ofNullable(snapshots.get(stream));
  }

  @Override
  public void save(Snapshot snapshot) {
    snapshots.put(snapshot.stream(), snapshot);
  }
}
