package io.orchestrix.saga;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who waits for which instances. Thread-safe. */
final class Waiters {

  /** The sets do not change. */
  private final Map<SagaId, Set<Waiter>> byInstance = new ConcurrentHashMap<>();

  void add(SagaId id, Waiter waiter) {
    byInstance.merge(
        id,
        Set.of(waiter),
        (others, one) ->
            Stream.concat(others.stream(), one.stream()).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it was there. */
  boolean remove(SagaId id, Waiter waiter) {
    boolean[] wasThere = {false};
    byInstance.computeIfPresent(
        id,
        (same, all) -> {
          wasThere[0] = all.contains(waiter);
          return orNone(all.stream().filter(other -> !other.equals(waiter)));
        });
    return wasThere[0];
  }

  /** All that wait for an instance; they do so no longer. */
  Set<Waiter> take(SagaId id) {
    Set<Waiter> all = byInstance.remove(id);
    return all == null ? Set.of() : all;
  }

  Set<Waiter> of(SagaId id) {
    return byInstance.getOrDefault(id, Set.of());
  }

  boolean isAwaited(SagaId id) {
    return byInstance.containsKey(id);
  }

  Set<SagaId> instances() {
    return byInstance.keySet();
  }

  /** All that still wait: somebody may have given his future up. */
  Map<SagaId, Set<Waiter>> all() {
    for (SagaId id : byInstance.keySet()) {
      byInstance.computeIfPresent(
          id, (same, all) -> orNone(all.stream().filter(waiter -> !waiter.ending().isDone())));
    }
    return new HashMap<>(byInstance);
  }

  private static @Nullable Set<Waiter> orNone(Stream<Waiter> some) {
    Set<Waiter> left = some.collect(Collectors.toUnmodifiableSet());
    return left.isEmpty() ? null : left;
  }
}
