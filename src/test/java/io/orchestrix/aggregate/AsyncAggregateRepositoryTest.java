package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncAggregateRepositoryTest {

  private final Harbour harbour = new Harbour(Ship.Built.class, Ship.Sailed.class);
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final AggregateRepository<Ship> ships;
  private final AsyncAggregateRepository<Ship> async;

  AsyncAggregateRepositoryTest() {
    harbour.executor = threads;
    ships = harbour.repository(Ship.class);
    async = ships.async();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static <R> R get(CompletionStage<R> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Throwable failure(CompletionStage<?> stage) {
    return stage
        .handle((result, failure) -> Optional.ofNullable(failure))
        .toCompletableFuture()
        .join()
        .map(e -> e instanceof CompletionException wrapped ? wrapped.getCause() : e)
        .orElseThrow();
  }

  @Test
  void what_is_done_elsewhere_is_done() {
    get(async.create("argo", ship -> ship.happen(new Ship.Built())));
    get(async.update("argo", ship -> ship.happen(new Ship.Sailed())));
    get(async.updateOrCreate("pinta", ship -> ship.happen(new Ship.Sailed())));
    Ship loaded = get(async.load("argo"));
    loaded.happen(new Ship.Sailed());

    assertThat(get(async.save(loaded))).isSameAs(loaded);
    assertThat(get(async.load("argo")).version()).isEqualTo(3);
    assertThat(get(async.find("pinta"))).map(Ship::version).contains(1L);
    assertThat(get(async.find("nina"))).isEmpty();
  }

  @Test
  void each_operation_is_a_unit_of_work_of_its_own_on_another_thread() {
    List<Object> seen = new ArrayList<>();
    harbour.unitOfWork.get(
        () ->
            get(
                async.create(
                    "argo",
                    ship -> {
                      ship.happen(new Ship.Built());
                      seen.add(Thread.currentThread());
                      seen.add(harbour.unitOfWork.key());
                    })));
    get(async.update("argo", ship -> seen.add(harbour.unitOfWork.key())));

    assertThat(seen).doesNotHaveDuplicates().hasSize(3).doesNotContain(Thread.currentThread());
  }

  @Test
  void events_name_the_message_that_the_caller_handles() throws Exception {
    Metadata cause = harbour.metadata().create("cause", null);
    List<Integer> attempts = new ArrayList<>();
    harbour.current.callWithin(
        Origin.of(cause),
        7,
        () ->
            get(
                async.create(
                    "argo",
                    ship -> {
                      attempts.add(harbour.current.attempt());
                      ship.happen(new Ship.Built());
                    })));
    get(async.create("pinta", ship -> ship.happen(new Ship.Built())));

    assertThat(attempts).containsExactly(1);
    assertThat(metadata("argo").causationId()).isEqualTo(cause.id());
    assertThat(metadata("argo").correlationId()).isEqualTo(cause.correlationId());
    assertThat(metadata("pinta").causationId()).isNull();
  }

  private Metadata metadata(String id) {
    RecordedEvent event = harbour.store.read(new StreamId("ship", id)).findFirst().orElseThrow();
    return event.metadata();
  }

  @Test
  void a_failure_is_the_result_of_the_stage() {
    UUID unknown = UUID.randomUUID();
    assertThat(failure(async.load(unknown.toString())))
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(
            failure(
                async.create(
                    "argo",
                    ship -> {
                      throw new DomainRuleException("no", "No.");
                    })))
        .isInstanceOf(DomainRuleException.class);
    assertThat(
            failure(
                async.create(
                    "argo",
                    ship -> {
                      throw new AssertionError("grave");
                    })))
        .isInstanceOf(AssertionError.class);

    ships.create("argo", ship -> ship.happen(new Ship.Built()));
    Ship stale = ships.load("argo");
    ships.update("argo", ship -> ship.happen(new Ship.Sailed()));
    stale.happen(new Ship.Sailed());
    assertThat(failure(async.save(stale))).isInstanceOf(AppendConflictException.class);
  }

  @Test
  void an_executor_that_takes_no_more_is_a_failure_of_the_stage() {
    threads.shutdown();

    assertThat(failure(async.load("argo"))).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void so_is_one_that_refuses_in_another_way() {
    IllegalStateException refusal = new IllegalStateException("it has stopped");
    harbour.executor =
        work -> {
          throw refusal;
        };

    assertThat(failure(harbour.repository(Ship.class).async().load("argo"))).isSameAs(refusal);
  }
}
