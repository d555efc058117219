package io.orchestrix.saga;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.background.Signalled;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells who waits for instances that they have ended, or are quarantined: at once if this node has
 * brought them there, a moment later if it was another one. Thread-safe.
 */
final class Endings {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Map<SagaId, Set<CompletableFuture<SagaInstance>>> awaited =
      new ConcurrentHashMap<>();
  private final Function<SagaId, Optional<SagaInstance>> find;
  private final Signalled looking;

  Endings(Function<SagaId, Optional<SagaInstance>> find, BackgroundThreads threads) {
    this.find = find;
    this.looking = new Signalled(this::look, threads);
  }

  CompletableFuture<SagaInstance> of(SagaId id) {
    CompletableFuture<SagaInstance> ending = new CompletableFuture<>();
    awaited.compute(id, (same, others) -> with(others, ending));
    looking.signal();
    return ending;
  }

  /** Somebody does not wait any longer. */
  void forget(SagaId id, CompletableFuture<SagaInstance> ending) {
    awaited.computeIfPresent(id, (same, all) -> without(all, ending));
  }

  private static <T> Set<T> with(@Nullable Set<T> others, T one) {
    Set<T> all = others == null ? new HashSet<>() : new HashSet<>(others);
    all.add(one);
    return all;
  }

  private static <T> @Nullable Set<T> without(Set<T> all, T one) {
    Set<T> others = new HashSet<>(all);
    others.remove(one);
    return others.isEmpty() ? null : others;
  }

  /** How many instances are awaited. */
  int awaited() {
    return awaited.size();
  }

  /** An instance stands otherwise. */
  void changed(SagaId id) {
    if (awaited.containsKey(id)) {
      looking.signal();
    }
  }

  private void look() {
    try {
      for (SagaId id : awaited.keySet()) {
        find.apply(id).filter(Endings::isOver).ifPresent(found -> tell(id, found));
      }
    } finally { // the database may be away for a moment
      if (!awaited.isEmpty()) {
        looking.signalIn(POLL);
      }
    }
  }

  private static boolean isOver(SagaInstance instance) {
    return instance.status().isEnded() || instance.status() == SagaStatus.QUARANTINED;
  }

  private void tell(SagaId id, SagaInstance instance) {
    Set<CompletableFuture<SagaInstance>> waiting = awaited.remove(id);
    if (waiting != null) {
      waiting.forEach(ending -> ending.complete(instance));
    }
  }
}
