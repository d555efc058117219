package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.message.Origin;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators do to deadlines, wherever they are kept. */
@ParameterizedClass
@EnumSource
class OperatedDeadlinesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final DeadlineKey KEY = new DeadlineKey("reminder", "a/b");

  private final Kept kept;
  private final DeadlineStore store;
  private final Deadlines deadlines;

  OperatedDeadlinesTest(Kept.Kind kind) {
    kept = kind.open();
    store = kept.store();
    deadlines = new Deadlines(store, new SettableClock(NOW), AuditTrail.silent(kept.unitOfWork()));
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private Deadline put() {
    Deadline deadline = Deadline.of(KEY, LATER, "{}", Origin.NONE, "Ada");
    store.put(List.of(deadline));
    return deadline;
  }

  private List<Deadline> due(Instant now) {
    return kept.unitOfWork().get(() -> store.claim(KEY.handler(), now, 9));
  }

  @Test
  void one_is_fired_before_its_time() {
    put();

    deadlines.fire(KEY);

    assertThat(due(NOW))
        .singleElement()
        .satisfies(fired -> assertThat(fired.dueAt()).as("what it was due at").isEqualTo(LATER));
  }

  @Test
  void one_that_was_given_up_is_fired_with_all_its_attempts_anew() {
    store.change(put().failed(null, "bad"));

    deadlines.fire(KEY);

    assertThat(due(NOW)).singleElement().matches(fired -> fired.attempts() == 0);
  }

  @Test
  void one_is_moved_and_comes_at_its_new_time_only() {
    store.change(put().failed(null, "bad"));
    Instant moved = LATER.plusSeconds(5);

    Deadline now = deadlines.reschedule(KEY, moved);

    assertThat(deadlines.get(KEY)).isEqualTo(now);
    assertThat(now.state()).isEqualTo(DeadlineState.WAITING);
    assertThat(now.payload()).isEqualTo("{}");
    assertThat(now.caller()).isEqualTo("Ada");
    assertThat(due(moved.minusMillis(1))).isEmpty();
    assertThat(due(moved)).containsExactly(now);
  }

  @Test
  void one_that_is_being_handled_is_not_moved_so_that_it_does_not_come_again() {
    put();
    kept.unitOfWork()
        .run(
            () -> {
              List<Deadline> claimed = store.claim(KEY.handler(), LATER, 1);
              CompletableFuture<Deadline> moving =
                  CompletableFuture.supplyAsync(
                      () -> deadlines.reschedule(KEY, LATER.plusSeconds(5)));
              assertThat(moving)
                  .failsWithin(10, TimeUnit.SECONDS)
                  .withThrowableThat()
                  .withMessageContaining("ORX-7020");
              store.fired(claimed);
            });

    assertThat(store.find(KEY)).isEmpty();
  }

  @Test
  void what_cannot_be_done_is_said() {
    assertThatThrownBy(() -> deadlines.fire(KEY)).hasMessageContaining("ORX-3635");
    assertThatThrownBy(() -> deadlines.get(KEY)).hasMessageContaining("ORX-3635");
    assertThatThrownBy(() -> deadlines.reschedule(KEY, LATER)).hasMessageContaining("ORX-3635");
    put();
    assertThatThrownBy(() -> deadlines.reschedule(KEY, Instant.MAX))
        .hasMessageContaining("ORX-3624");
    assertThat(deadlines.get(KEY).dueAt()).isEqualTo(LATER);
  }
}
