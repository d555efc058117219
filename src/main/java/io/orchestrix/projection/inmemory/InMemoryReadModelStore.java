package io.orchestrix.projection.inmemory;

import io.orchestrix.projection.ReadModelState;
import io.orchestrix.projection.ReadModelStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Versions of read models in memory, outside of any unit of work. Thread-safe. */
public final class InMemoryReadModelStore implements ReadModelStore {

  private final Map<String, ReadModelState> states = new ConcurrentSkipListMap<>();

  @Override
  public void add(String projection, Instant now) {
    states.putIfAbsent(projection, ReadModelState.first(projection, now));
  }

  @Override
  public Optional<ReadModelState> find(String projection) {
    return Optional.ofNullable(states.get(projection));
  }

  @Override
  public List<ReadModelState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public boolean change(ReadModelState before, ReadModelState after) {
    return states.replace(before.projection(), before, after);
  }
}
