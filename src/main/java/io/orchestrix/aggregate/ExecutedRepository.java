package io.orchestrix.aggregate;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Does what a repository does on the threads of an executor. Thread-safe. */
final class ExecutedRepository<T extends AggregateRoot> implements AsyncAggregateRepository<T> {

  private final AggregateRepository<T> repository;
  private final AggregateServices services;

  ExecutedRepository(AggregateRepository<T> repository, AggregateServices services) {
    this.repository = repository;
    this.services = services;
  }

  @Override
  public CompletionStage<T> create(String id, Consumer<? super T> decision) {
    return execute(() -> repository.create(id, decision));
  }

  @Override
  public CompletionStage<T> update(String id, Consumer<? super T> decision) {
    return execute(() -> repository.update(id, decision));
  }

  @Override
  public CompletionStage<T> updateOrCreate(String id, Consumer<? super T> decision) {
    return execute(() -> repository.updateOrCreate(id, decision));
  }

  @Override
  public CompletionStage<T> load(String id) {
    return execute(() -> repository.load(id));
  }

  @Override
  public CompletionStage<Optional<T>> find(String id) {
    return execute(() -> repository.find(id));
  }

  @Override
  public CompletionStage<T> save(T aggregate) {
    return execute(
        () -> {
          repository.save(aggregate);
          return aggregate;
        });
  }

  private <R> CompletionStage<R> execute(Callable<R> operation) {
    CompletableFuture<R> result = new CompletableFuture<>();
    Callable<R> bound = services.current().carry(() -> services.unitOfWork().call(operation));
    try {
      services.executor().execute(() -> complete(result, bound));
    } catch (RuntimeException e) { // servers refuse in more than one way
      result.completeExceptionally(e);
    }
    return result.minimalCompletionStage();
  }

  private static <R> void complete(CompletableFuture<R> result, Callable<R> operation) {
    try {
      result.complete(operation.call());
    } catch (Throwable e) { // whatever it is, it belongs to who waits for the stage
      result.completeExceptionally(e);
    }
  }
}
