package io.orchestrix.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The workers of a node, one for each segment that it has claimed. The node guards what changes
 * them; what only looks is thread-safe.
 */
final class Workers {

  private final Map<SegmentId, SegmentWorker> working = new ConcurrentHashMap<>();

  /** Those whose claim has ended in the middle of a batch. */
  private final List<SegmentWorker> leaving = new ArrayList<>();

  /** How many wait until nothing of a subscription is handled. */
  private final Map<String, Integer> halts = new HashMap<>();

  Set<SegmentId> segments() {
    return working.keySet();
  }

  Optional<SegmentWorker> find(SegmentId segment) {
    return Optional.ofNullable(working.get(segment));
  }

  void forEach(Consumer<SegmentWorker> work) {
    working.values().forEach(work);
  }

  boolean any(Predicate<SegmentWorker> which) {
    return working.values().stream().anyMatch(which);
  }

  void add(SegmentWorker worker) {
    working.put(worker.claim().id(), worker);
  }

  /** Lets all others begin nothing any more. */
  void keep(Predicate<SegmentWorker> kept) {
    for (SegmentWorker worker : List.copyOf(working.values())) {
      if (!kept.test(worker)) {
        worker.end();
        working.remove(worker.claim().id(), worker);
        leaving.add(worker);
      }
    }
    leaving.removeIf(worker -> !worker.isBusy());
  }

  boolean isHalted(String subscription) {
    return halts.containsKey(subscription);
  }

  /** Lets those of a subscription begin nothing any more; they may be in the middle of a batch. */
  List<SegmentWorker> halt(String subscription) {
    halts.merge(subscription, 1, Integer::sum);
    List<SegmentWorker> halted = new ArrayList<>(working.values());
    halted.addAll(leaving);
    halted.removeIf(worker -> !worker.claim().id().subscription().equals(subscription));
    halted.forEach(SegmentWorker::end);
    return halted;
  }

  void release(String subscription) {
    halts.computeIfPresent(subscription, (name, many) -> many == 1 ? null : many - 1);
  }

  void end() {
    forEach(SegmentWorker::end);
    working.clear();
  }
}
