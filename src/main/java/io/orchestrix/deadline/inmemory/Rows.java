package io.orchestrix.deadline.inmemory;

import static java.util.Objects.requireNonNull;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Committed deadlines by their keys, and by the times at which they are tried. Not thread-safe. */
final class Rows {

  /** Of those that are not stopped. */
  static final Comparator<Deadline> BY_TIME =
      Comparator.comparing(Rows::tryAt).thenComparing(Deadline::key);

  private final NavigableMap<DeadlineKey, Deadline> byKey = new TreeMap<>();
  private final Map<String, NavigableSet<Deadline>> byTime = new HashMap<>();

  private static Instant tryAt(Deadline deadline) {
    return requireNonNull(deadline.tryAt());
  }

  @Nullable Deadline find(DeadlineKey key) {
    return byKey.get(key);
  }

  void put(Deadline deadline) {
    remove(deadline.key());
    byKey.put(deadline.key(), deadline);
    if (!deadline.isStopped()) {
      byTime
          .computeIfAbsent(deadline.key().handler(), handler -> new TreeSet<>(BY_TIME))
          .add(deadline);
    }
  }

  void remove(DeadlineKey key) {
    Deadline before = byKey.remove(key);
    if (before != null && !before.isStopped()) {
      requireNonNull(byTime.get(key.handler())).remove(before);
    }
  }

  /** In the order of their keys. */
  NavigableMap<DeadlineKey, Deadline> all() {
    return Collections.unmodifiableNavigableMap(byKey);
  }

  /** Those that are not stopped, the earliest first. */
  Stream<Deadline> waiting(String handler) {
    return byTime.getOrDefault(handler, Collections.emptyNavigableSet()).stream();
  }
}
