package io.orchestrix.saga;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.background.Signalled;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tells who waits for instances that they have ended, or are quarantined: at once if this node has
 * brought them there, a moment later if it was another one. Thread-safe.
 */
final class Endings {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Map<SagaId, CompletableFuture<SagaInstance>> awaited = new ConcurrentHashMap<>();
  private final Function<SagaId, Optional<SagaInstance>> find;
  private final Signalled looking;

  Endings(Function<SagaId, Optional<SagaInstance>> find, BackgroundThreads threads) {
    this.find = find;
    this.looking = new Signalled(this::look, threads);
  }

  CompletableFuture<SagaInstance> of(SagaId id) {
    CompletableFuture<SagaInstance> ending =
        awaited.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    looking.signal();
    return ending.copy();
  }

  /** An instance stands otherwise. */
  void changed(SagaId id) {
    if (awaited.containsKey(id)) {
      looking.signal();
    }
  }

  private void look() {
    for (SagaId id : awaited.keySet()) {
      find.apply(id).filter(Endings::isOver).ifPresent(found -> tell(id, found));
    }
    if (!awaited.isEmpty()) {
      looking.signalIn(POLL);
    }
  }

  private static boolean isOver(SagaInstance instance) {
    return instance.status().isEnded() || instance.status() == SagaStatus.QUARANTINED;
  }

  private void tell(SagaId id, SagaInstance instance) {
    CompletableFuture<SagaInstance> ending = awaited.remove(id);
    if (ending != null) {
      ending.complete(instance);
    }
  }
}
