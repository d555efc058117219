package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Caller;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.standalone.Purse.Put;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators do is in the audit log, whoever they are and whatever comes of it. */
class AuditedActionsTest {

  record Trip(String place) {}

  record Bell(String of) {}

  private static final Caller GRACE =
      new Caller() {
        @Override
        public String name() {
          return "grace";
        }

        @Override
        public boolean isInRole(String role) {
          return true;
        }
      };

  /** Its deadlines cannot be handled. */
  static class Bells {
    void ring(@HandlesDeadline Bell bell, Deadline deadline) {
      throw new IllegalStateException("cracked");
    }
  }

  private final Coins coins = new Coins();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private Orchestrix app = start(GRACE, Map.of());

  private Orchestrix start(Caller caller, Map<String, String> settings) {
    Builder builder = Orchestrix.inMemory().clock(clock).caller(caller);
    settings.forEach(builder::set);
    return builder
        .set("orchestrix.deadlines.failure.attempts", "1")
        .set("orchestrix.sagas.retry.attempts", "1")
        .set("orchestrix.sagas.compensation.attempts", "1")
        .module(
            "all",
            module -> {
              AggregateRepository<Purse> purses = module.aggregate(Purse.class);
              module.handles(
                  Put.class,
                  command ->
                      purses.updateOrCreate(command.purse(), purse -> purse.put(command.amount())));
              module.projection(coins);
              module.handlers(coins);
              module.handlers(new Bells());
              module.saga(
                  SagaDefinition.named("trip", Trip.class)
                      .step("ask", (trip, saga) -> null)
                      .compensatedBy(
                          (trip, saga) -> {
                            throw new IllegalStateException("closed");
                          })
                      .step(
                          "book",
                          (trip, saga) -> {
                            throw new IllegalStateException("full");
                          })
                      .build());
            })
        .start();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private List<AuditEntry> actions() {
    return app.audit().page(AuditFilter.ALL.kind(Kind.ACTION), null, 100);
  }

  private AuditEntry last() {
    return actions().get(0);
  }

  private void assertLast(String what, String target, Outcome outcome, String reason) {
    assertThat(last())
        .extracting(
            AuditEntry::what,
            AuditEntry::target,
            AuditEntry::outcome,
            AuditEntry::reason,
            AuditEntry::actor)
        .containsExactly(what, target, outcome, reason, "grace");
    clock.advance(Duration.ofMillis(1)); // ids of two threads ascend with time only
  }

  @Test
  void what_is_done_to_projections() {
    app.projections().pause("coins");
    assertLast("projection.pause", "coins", Outcome.SUCCEEDED, "");
    app.projections().resume("coins");
    assertLast("projection.resume", "coins", Outcome.SUCCEEDED, "");
    app.projections().replay("coins");
    assertLast("projection.replay", "coins after 0", Outcome.SUCCEEDED, "");
    app.projections().replay("coins", new GlobalPosition(7));
    assertLast("projection.replay", "coins after 7", Outcome.SUCCEEDED, "");
    app.projections().rebuild("coins");
    assertLast("projection.rebuild", "coins", Outcome.SUCCEEDED, "");
    app.projections().switchOver("coins");
    assertLast("projection.switch", "coins", Outcome.SUCCEEDED, "");
    await().until(() -> app.projections().live("coins").version() == 2);

    assertThatThrownBy(() -> app.projections().drop("coins"));
    assertLast("projection.drop", "coins", Outcome.REFUSED, "");
    assertThat(last().code()).startsWith("ORX-34");
    assertThatThrownBy(() -> app.projections().pause("nothing"));
    assertLast("projection.pause", "nothing", Outcome.REFUSED, "");
  }

  private DeadLetterId park(String purse) {
    coins.before =
        event -> {
          throw new IllegalArgumentException("false coins");
        };
    app.commands().send(new Put(purse, 1));
    await()
        .until(
            () -> {
              clock.advance(Duration.ofMillis(1));
              return !letters(purse).isEmpty();
            });
    return letters(purse).get(0).id();
  }

  private List<DeadLetter> letters(String purse) {
    return app.deadLetters().page(DeadLetterQuery.ALL.sequence("purse/" + purse), null, 1);
  }

  @Test
  void what_is_done_to_dead_letters() {
    DeadLetterId a = park("a");
    DeadLetterId b = park("b");
    DeadLetterId c = park("c");
    clock.advance(Duration.ofMillis(1));

    app.deadLetters().edit(a, "{\"purse\":\"a\",\"amount\":2}", " was sent in cents ");
    assertLast("dead-letter.edit", a.toString(), Outcome.SUCCEEDED, " was sent in cents ");
    app.deadLetters().discard(a, "false");
    assertLast("dead-letter.discard", a.toString(), Outcome.SUCCEEDED, "false");
    app.projections().pause("coins"); // or the letters are handled at once
    clock.advance(Duration.ofMillis(1));
    app.deadLetters().retry(b);
    assertLast("dead-letter.retry", b.toString(), Outcome.SUCCEEDED, "");
    app.deadLetters().retryAll(DeadLetterQuery.ALL);
    assertLast("dead-letter.retry", c.toString(), Outcome.SUCCEEDED, "");
    assertThatThrownBy(() -> app.deadLetters().discard(a, " "));
    assertLast("dead-letter.discard", a.toString(), Outcome.REFUSED, " ");
    assertThatThrownBy(() -> app.deadLetters().retrySequence("coins", "x"));
    assertLast("dead-letter.retry", "coins, sequence x", Outcome.REFUSED, "");
    assertThat(actions().toString()).doesNotContain("amount");
  }

  @Test
  void what_is_done_to_deadlines() {
    app.scheduler().schedule("b", Duration.ofHours(1), new Bell("tower"));
    clock.advance(Duration.ofHours(1));
    await().until(() -> app.deadlines().countGivenUp() == 1);
    DeadlineKey key = new DeadlineKey("Bell", "b");
    clock.advance(Duration.ofMillis(1));

    app.deadlines().retry(key);
    assertLast("deadline.retry", "Bell/b", Outcome.SUCCEEDED, "");
    await().until(() -> app.deadlines().countGivenUp() == 1);
    app.deadlines().cancel(key);
    assertLast("deadline.cancel", "Bell/b", Outcome.SUCCEEDED, "");
    assertThatThrownBy(() -> app.deadlines().cancel(key));
    assertLast("deadline.cancel", "Bell/b", Outcome.REFUSED, "");
    assertThat(last().code()).isEqualTo("ORX-3635");
  }

  @Test
  void what_is_done_to_sagas() {
    SagaId id = app.sagas().start("trip", "T-1", new Trip("Ulm"));
    assertLast("saga.start", "trip/T-1", Outcome.SUCCEEDED, "");
    app.sagas().start("trip", "T-1", new Trip("Ulm"));
    assertLast("saga.start", "trip/T-1", Outcome.REPEATED, "");
    assertThatThrownBy(() -> app.sagas().start("trip", "T-1", new Trip("Bonn")));
    assertLast("saga.start", "trip/T-1", Outcome.REFUSED, "");
    await()
        .until(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              return app.sagas().find(id).orElseThrow().status() == SagaStatus.QUARANTINED;
            });

    app.sagas().operate(id, OperatorAction.MARK_DONE, "somebody", "done by phone");
    assertLast("saga.mark-done", "trip/T-1", Outcome.SUCCEEDED, "done by phone");
    SagaId none = new SagaId("trip", "T-2");
    assertThatThrownBy(() -> app.sagas().operate(none, OperatorAction.RETRY, "grace", "?"));
    assertLast("saga.retry", "trip/T-2", Outcome.REFUSED, "?");
    assertThatThrownBy(() -> app.sagas().retire("trip", 1));
    assertLast("saga.retire", "trip version 1", Outcome.REFUSED, "");
  }

  @Test
  void where_nobody_has_logged_in_the_log_believes_what_is_said() {
    app.close();
    app = start(Caller.ANONYMOUS, Map.of());

    assertThatThrownBy(
        () ->
            app.sagas()
                .operate(
                    new SagaId("trip", UUID.randomUUID().toString()),
                    OperatorAction.RETRY,
                    "Ada",
                    "again"));

    assertThat(last().actor()).isEqualTo("Ada");
  }

  @Test
  void a_command_of_a_handler_that_was_due_comes_from_a_deadline() {
    app.commands().schedule(new Put("a", 1), Duration.ofHours(1));
    clock.advance(Duration.ofHours(1));

    await()
        .untilAsserted(
            () ->
                assertThat(app.audit().page(AuditFilter.ALL.what("Put"), null, 9))
                    .extracting(AuditEntry::actor, AuditEntry::origin, AuditEntry::position)
                    .containsExactly(tuple("grace", "deadline", new GlobalPosition(1))));
  }

  @Test
  void only_actions_or_nothing_at_all_is_written_where_that_is_asked_for() {
    app.close();
    app = start(GRACE, Map.of("orchestrix.audit", "actions"));
    app.commands().send(new Put("a", 1));
    app.projections().pause("coins");
    assertThat(app.audit().page(AuditFilter.ALL, null, 9))
        .extracting(AuditEntry::what)
        .containsExactly("projection.pause");
    app.close();

    app = start(GRACE, Map.of("orchestrix.audit", "none"));
    app.commands().send(new Put("a", 1));
    app.projections().pause("coins");

    assertThat(app.audit().page(AuditFilter.ALL, null, 9)).isEmpty();
  }
}
