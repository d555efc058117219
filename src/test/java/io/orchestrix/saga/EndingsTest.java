package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.saga.inmemory.InMemorySagaStore;
import io.orchestrix.unitofwork.UnavailableException;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndingsTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  /** Done when the test says so. */
  private static final class Hands implements BackgroundThreads {
    private final Deque<Runnable> now = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean isFull;

    @Override
    public void execute(Runnable work) {
      requireRoom();
      now.add(work);
    }

    @Override
    public void schedule(Runnable work, Duration delay) {
      requireRoom();
      later.add(work);
      pauses.add(delay);
    }

    private void requireRoom() {
      if (isFull) {
        throw new RejectedExecutionException("no thread is left");
      }
    }

    void work() {
      while (!now.isEmpty()) {
        now.remove().run();
      }
    }

    void elapse() {
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
      work();
    }
  }

  private final Hands hands = new Hands();
  private final SagaStore kept = new InMemorySagaStore(new InMemoryUnitOfWork());
  private final List<Integer> asked = new ArrayList<>();
  private final List<SagaId> read = new ArrayList<>();
  private final Set<SagaId> unreadable = new HashSet<>();
  private boolean isAway;
  private final SagaStore store =
      (SagaStore)
          Proxy.newProxyInstance(
              SagaStore.class.getClassLoader(),
              new Class<?>[] {SagaStore.class},
              (proxy, method, arguments) -> {
                if (isAway) {
                  throw new UnavailableException(new IllegalStateException("away"));
                }
                asked.add(((Collection<?>) arguments[1]).size());
                return method.invoke(kept, arguments);
              });
  private final Endings endings = new Endings(store, this::find, hands);

  private Optional<SagaInstance> find(SagaId id) {
    read.add(id);
    if (unreadable.contains(id)) {
      throw new ClassCastException("no journal of a saga");
    }
    return kept.find(id.saga(), List.of(id.key())).stream().findFirst().map(EndingsTest::instance);
  }

  private static SagaInstance instance(SagaRow row) {
    return new SagaInstance(
        row.id(),
        1,
        row.status(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        row.startedAt(),
        row.changedAt());
  }

  private void is(SagaId id, SagaStatus status) {
    kept.save(List.of(new SagaRow(id, 1, status, null, Rig.START, Rig.START)));
  }

  private CompletableFuture<SagaInstance> wait(SagaId id) {
    return waiter(id, false).ending();
  }

  private Waiter waiter(SagaId id, boolean isPatient) {
    Waiter waiter = new Waiter(new CompletableFuture<>(), isPatient);
    endings.add(id, waiter);
    return waiter;
  }

  private List<CompletableFuture<SagaInstance>> many() {
    List<CompletableFuture<SagaInstance>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      SagaId id = new SagaId("order", "M-" + i);
      is(id, SagaStatus.ACTIVE);
      all.add(wait(id));
    }
    hands.work();
    asked.clear();
    assertThat(read).isEmpty();
    return all;
  }

  @Test
  void nobody_looks_any_more_when_nobody_waits_any_longer() {
    Waiter one = waiter(ID, true);
    Waiter other = waiter(ID, true);

    endings.forget(ID, one);
    assertThat(endings.awaited()).isEqualTo(1);
    endings.forget(ID, other);

    assertThat(endings.awaited()).isZero();
    hands.elapse();
    assertThat(hands.later).isEmpty();
  }

  @Test
  void who_gives_up_his_future_is_forgotten() {
    is(ID, SagaStatus.ACTIVE);
    CompletableFuture<SagaInstance> ending = wait(ID).orTimeout(1, TimeUnit.MILLISECONDS);
    hands.work();
    assertThat(ending).failsWithin(Duration.ofSeconds(5));

    hands.elapse();

    assertThat(endings.awaited()).isZero();
    assertThat(hands.later).isEmpty();
  }

  @Test
  void the_end_of_one_reads_one_journal_of_all_that_are_awaited() {
    List<CompletableFuture<SagaInstance>> all = many();
    SagaId one = new SagaId("order", "M-7");
    is(one, SagaStatus.COMPLETED);

    endings.changed(one);
    hands.work();

    assertThat(all.get(7)).isCompleted();
    assertThat(asked).containsExactly(1);
    assertThat(read).containsExactly(one);
  }

  @Test
  void what_other_nodes_have_ended_is_found_by_one_question_for_each_saga() {
    List<CompletableFuture<SagaInstance>> all = many();
    is(new SagaId("order", "M-3"), SagaStatus.QUARANTINED);
    is(new SagaId("order", "M-9"), SagaStatus.COMPENSATED);

    hands.elapse();

    assertThat(asked).containsExactly(50);
    assertThat(read).hasSize(2);
    assertThat(all).filteredOn(CompletableFuture::isDone).hasSize(2);
    assertThat(hands.later).as("for the others").hasSize(1);
  }

  @Test
  void one_that_cannot_be_read_is_a_failure_of_its_own() {
    SagaId bad = new SagaId("order", "bad");
    is(bad, SagaStatus.COMPLETED);
    is(ID, SagaStatus.COMPLETED);
    unreadable.add(bad);

    CompletableFuture<SagaInstance> ofBad = wait(bad);
    CompletableFuture<SagaInstance> ending = wait(ID);
    hands.work();

    assertThat(ending).isCompleted();
    assertThatThrownBy(() -> ofBad.getNow(null)).hasCauseInstanceOf(ClassCastException.class);
  }

  @Test
  void where_there_is_no_instance_only_who_is_patient_waits() {
    CompletableFuture<SagaInstance> ending = wait(ID);
    Waiter patient = waiter(ID, true);
    hands.work();

    assertThatThrownBy(() -> ending.getNow(null)).hasMessageContaining("ORX-3704");
    is(ID, SagaStatus.COMPLETED);
    hands.elapse();
    assertThat(patient.ending()).isCompleted();
  }

  @Test
  void a_database_that_is_away_is_asked_again_less_often() {
    isAway = true;
    is(ID, SagaStatus.COMPLETED);

    CompletableFuture<SagaInstance> ending = wait(ID);
    hands.work();

    assertThat(ending).isNotDone();
    assertThat(hands.pauses).containsExactly(Duration.ofSeconds(2));
    isAway = false;
    hands.elapse();
    assertThat(ending).isCompleted();
  }

  @Test
  void when_no_thread_was_to_be_had_the_next_beat_looks() {
    hands.isFull = true;
    CompletableFuture<SagaInstance> ending = wait(ID);
    is(ID, SagaStatus.COMPLETED);
    hands.work();
    assertThat(ending).isNotDone();

    hands.isFull = false;
    endings.beat();
    hands.work();

    assertThat(ending).isCompleted();
    endings.beat();
    assertThat(hands.now).as("nobody waits").isEmpty();
  }

  @Test
  void who_does_something_when_he_is_told_keeps_no_other_waiting() {
    is(ID, SagaStatus.COMPLETED);
    List<String> order = new ArrayList<>();
    CompletableFuture<Void> after = wait(ID).thenRun(() -> order.add("slow"));

    hands.now.remove().run(); // it has looked, and told nobody itself
    assertThat(after).isNotDone();
    hands.work();

    assertThat(order).containsExactly("slow");
  }

  @Test
  void at_the_end_nobody_is_left_waiting() {
    is(ID, SagaStatus.ACTIVE);
    CompletableFuture<SagaInstance> ending = wait(ID);
    hands.work();

    endings.end();

    assertThatThrownBy(() -> ending.getNow(null)).hasMessageContaining("ORX-3709");
    assertThatThrownBy(() -> wait(ID).getNow(null)).hasMessageContaining("ORX-3709");
    hands.elapse();
    assertThat(hands.later).isEmpty();
  }
}
