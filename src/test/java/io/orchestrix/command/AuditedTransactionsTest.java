package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.harness.Database;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An entry is there if and only if what it tells of is. */
@ParameterizedClass
@EnumSource(Database.class)
class AuditedTransactionsTest {

  private final TallyApplication app;
  private final AuditLog log;
  private final UnitOfWork unitOfWork;
  private final String tally = UUID.randomUUID().toString();
  private final long before;

  AuditedTransactionsTest(Database database) {
    app = TallyApplication.on(database);
    log = app.container().get(AuditLog.class);
    unitOfWork = app.container().get(UnitOfWork.class);
    before = end();
  }

  private long end() {
    long last = 0;
    for (var tail = log.tail(0, 1_000); tail.last() > last; tail = log.tail(last, 1_000)) {
      last = tail.last();
    }
    return last;
  }

  /** Those of this test, in the order in which they were written. */
  private List<AuditEntry> entries() {
    return log.tail(before, 1_000).entries();
  }

  private Object add(String name) {
    return app.tallies().updateOrCreate(name, t -> t.add(1)).sum();
  }

  private GlobalPosition position(String name) {
    return app.eventsOf(name).get(0).position();
  }

  @Test
  void a_command_is_written_with_the_last_event_that_it_has_stored() {
    app.perform(
        () -> {
          add("x" + tally);
          return add(tally);
        });

    assertThat(entries()).hasSize(1);
    assertThat(entries().get(0).position()).isEqualTo(position(tally));
    assertThat(entries().get(0).outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(log.find(entries().get(0).id())).contains(entries().get(0));
  }

  @Test
  void one_that_stores_nothing_has_no_position_whatever_those_around_it_store() {
    app.perform(
        () -> {
          add(tally);
          return app.perform(() -> "nothing");
        });

    assertThat(entries())
        .extracting(entry -> Optional.ofNullable(entry.position()))
        .containsExactly(Optional.empty(), Optional.of(position(tally)));
  }

  @Test
  void what_the_application_rolls_back_is_not_written() {
    assertThatThrownBy(
            () ->
                unitOfWork.run(
                    () -> {
                      app.perform(() -> add(tally));
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(app.eventsOf(tally)).isEmpty();
    assertThat(entries()).isEmpty();
  }

  @Test
  void what_fails_is_written_after_its_rollback() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(tally);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(app.eventsOf(tally)).isEmpty();
    assertThat(entries())
        .extracting(AuditEntry::outcome, AuditEntry::code)
        .containsExactly(tuple(Outcome.FAILED, IllegalStateException.class.getName()));
  }

  @Test
  void what_fails_inside_is_written_though_all_around_it_is_rolled_back() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(tally);
                      try {
                        app.perform(
                            () -> {
                              throw new IllegalArgumentException("inner");
                            });
                      } catch (IllegalArgumentException e) {
                        return "caught";
                      }
                      return "never";
                    }))
        .isInstanceOf(RolledBackException.class);

    await().until(() -> entries().size() == 2);
    AuditEntry inner = entryOf(IllegalArgumentException.class.getName());
    AuditEntry outer = entryOf("ORX-2003");
    assertThat(inner.causationId()).isEqualTo(outer.messageId());
    assertThat(app.eventsOf(tally)).isEmpty();
  }

  @Test
  void several_at_once_are_written_each_when_their_commit_is_refused() {
    Perform first = new Perform(() -> add(tally));
    Perform second = new Perform(this::doom);

    assertThatThrownBy(() -> app.container().get(CommandBus.class).sendAll(List.of(first, second)))
        .isInstanceOf(RolledBackException.class);

    assertThat(app.eventsOf(tally)).isEmpty();
    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::outcome, AuditEntry::code)
        .containsExactly(
            tuple("Perform", Outcome.FAILED, "ORX-2003"),
            tuple("Perform", Outcome.FAILED, "ORX-2003"));
  }

  private String doom() {
    try {
      unitOfWork.run(
          () -> {
            throw new IllegalStateException("inside");
          });
      return "never";
    } catch (IllegalStateException e) {
      return "caught";
    }
  }

  private AuditEntry entryOf(String code) {
    return entries().stream().filter(entry -> entry.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void who_decides_again_is_written_once() {
    app.perform(() -> add(tally));
    AtomicReference<Integer> attempts = new AtomicReference<>(0);

    app.perform(
        () ->
            app.tallies()
                .update(
                    tally,
                    t -> {
                      if (attempts.getAndUpdate(i -> i + 1) == 0) {
                        CompletableFuture.runAsync(() -> app.perform(() -> add(tally))).join();
                      }
                      t.add(1);
                    })
                .sum());

    assertThat(attempts.get()).isEqualTo(2);
    assertThat(app.sumOf(tally)).isEqualTo(3);
    assertThat(entries()).hasSize(3);
    assertThat(entries())
        .extracting(AuditEntry::position)
        .containsExactlyElementsOf(
            app.eventsOf(tally).stream().map(event -> event.position()).toList());
    assertThat(log.page(AuditFilter.ALL.outcome(Outcome.REFUSED), null, 1_000))
        .noneMatch(entry -> entry.position() != null);
  }
}
