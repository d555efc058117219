package io.orchestrix.saga;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which work has made a turn fail, as far as this process knows. It remembers what is new and
 * forgets the oldest: of what it does not know, an instance does one piece in a turn until it is
 * known. Thread-safe.
 */
final class Blame {

  private static final int MOST = 10_000;

  /** What has failed in a turn, and how much other work was done before it. */
  record FailedAt(int behind, WorkId work) {}

  private final Map<UUID, FailedAt> failures = newest();
  private final Set<SagaId> oneByOne = Collections.newSetFromMap(newest());

  private static <K, V> Map<K, V> newest() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
            return size() > MOST;
          }
        });
  }

  /** Says what has failed in the turn that a deadline has given. */
  void put(UUID deadline, FailedAt failed) {
    failures.put(deadline, failed);
  }

  /** What has failed in that turn, which is forgotten. */
  Optional<FailedAt> take(UUID deadline) {
    return Optional.ofNullable(failures.remove(deadline));
  }

  /**
   * Lets an instance do one piece of work in a turn.
   *
   * @return false if it does so already
   */
  boolean separate(SagaId instance) {
    return oneByOne.add(instance);
  }

  boolean isSeparate(SagaId instance) {
    return oneByOne.contains(instance);
  }

  /** Lets an instance do in a turn what it can. */
  void rejoin(SagaId instance) {
    oneByOne.remove(instance);
  }
}
