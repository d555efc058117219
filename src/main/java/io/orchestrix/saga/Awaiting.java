package io.orchestrix.saga;

import io.orchestrix.background.BackgroundThreads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for endings, with regard to the transaction of who waits. Thread-safe. */
final class Awaiting {

  private final SagaServices services;
  private final JsonTrees trees;
  private final Endings endings;

  /**
   * @param find reads a journal
   */
  Awaiting(
      SagaServices services,
      JsonTrees trees,
      Function<SagaId, Optional<SagaInstance>> find,
      BackgroundThreads threads) {
    this.services = services;
    this.trees = trees;
    this.endings = new Endings(services.instances(), find, threads);
  }

  Endings endings() {
    return endings;
  }

  /** Completed later; within a transaction it is looked for the instance when that has ended. */
  CompletableFuture<SagaInstance> ending(SagaId id) {
    Waiter waiter = new Waiter(new CompletableFuture<>(), false);
    if (services.unitOfWork().isActive()) {
      services.unitOfWork().afterEnd(end -> endings.add(id, waiter));
    } else {
      endings.add(id, waiter);
    }
    return waiter.ending();
  }

  /**
   * @throws SagaException within a transaction
   */
  void requireNoTransaction() {
    if (services.unitOfWork().isActive()) {
      throw SagaException.awaitedInside();
    }
  }

  SagaInstance await(SagaId id, Duration atMost) {
    requireNoTransaction();
    Waiter waiter = new Waiter(new CompletableFuture<>(), true);
    endings.add(id, waiter);
    try {
      return waiter.ending().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw tooLate(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SagaException.stillRunning(id.saga(), id.key());
    } finally {
      endings.forget(id, waiter);
    }
  }

  private SagaException tooLate(SagaId id) {
    return services.instances().find(id.saga(), List.of(id.key())).isEmpty()
        ? SagaException.notBegun(id.saga(), id.key())
        : SagaException.stillRunning(id.saga(), id.key());
  }

  <R> @Nullable R result(SagaId id, Class<R> type, Duration atMost) {
    SagaInstance instance = await(id, atMost);
    if (instance.status() != SagaStatus.COMPLETED) {
      throw SagaException.failed(id.saga(), id.key(), instance.status(), instance.reason());
    }
    Object result = instance.result();
    return result == null ? null : trees.value(result, type);
  }
}
