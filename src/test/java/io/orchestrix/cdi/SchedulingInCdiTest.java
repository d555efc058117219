package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.ForbiddenCommandException;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.InvalidCommandException;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineNode;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.deadline.Recurrence;
import io.orchestrix.deadline.RecurringCommands;
import io.orchestrix.deadline.SchedulingException;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Catalog.DeadlineEntry;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SchedulingInCdiTest {

  enum Kept {
    ON_H2,
    ON_POSTGRES
  }

  record Pay(@NotBlank String what) implements Command {}

  @RolesAllowed("clerk")
  record Dun(String what) implements Command {}

  record Overdue(String what, BigDecimal amount) {}

  record Unhandled() {}

  @ApplicationScoped
  static class Handlers {
    static final List<Object> SEEN = new CopyOnWriteArrayList<>();

    void pay(@HandlesCommand Pay command) {
      SEEN.add(command);
    }

    void dun(@HandlesCommand Dun command) {
      SEEN.add(command);
    }

    void overdue(@HandlesDeadline Overdue due, Deadline deadline, CommandBus commands) {
      SEEN.add(due);
      commands.send(new Dun(deadline.key() + " for " + deadline.caller()));
    }
  }

  @ApplicationScoped
  static class Surroundings {
    static final SettableClock CLOCK = new SettableClock(Instant.EPOCH);

    @Produces
    @Singleton
    Clock clock() {
      return CLOCK;
    }

    @Produces
    @Singleton
    Caller caller() {
      return new Caller() {
        @Override
        public String name() {
          return "ada";
        }

        @Override
        public boolean isInRole(String role) {
          return false;
        }
      };
    }
  }

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestDatabase database;
  private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");
  private Container container;

  SchedulingInCdiTest(Kept kept) {
    database = kept == Kept.ON_H2 ? TestDatabase.h2() : TestDatabase.postgres();
    Surroundings.CLOCK.set(START);
    Handlers.SEEN.clear();
    container = start();
  }

  private Container start() {
    return Container.startIn(schema, database, Handlers.class, Surroundings.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private <T> T get(Class<T> type) {
    return container.get(type);
  }

  private int fireAfter(Duration time) {
    Surroundings.CLOCK.advance(time);
    return get(DeadlineNode.class).fireDue();
  }

  @Test
  void a_command_is_sent_at_its_time_by_whichever_application_is_up_then() {
    get(CommandBus.class).schedule(new Pay("rent"), HOUR);
    ScheduledCommand cancelled = get(CommandBus.class).schedule(new Pay("twice"), HOUR);
    assertThat(get(CommandBus.class).cancel(cancelled.key())).isTrue();
    assertThat(fireAfter(HOUR.minusSeconds(1))).isZero();

    container.close();
    container = start();

    assertThat(fireAfter(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(Handlers.SEEN).containsExactly(new Pay("rent"));
    assertThat(get(Deadlines.class).count()).isZero();
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_nothing() {
    assertThatThrownBy(
            () ->
                get(UnitOfWork.class)
                    .run(
                        () -> {
                          get(CommandBus.class).schedule(new Pay("rent"), HOUR);
                          get(DeadlineScheduler.class)
                              .schedule("o", HOUR, new Overdue("o", BigDecimal.TEN));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");

    assertThat(get(Deadlines.class).count()).isZero();
  }

  @Test
  void what_is_wrong_comes_when_it_is_scheduled() {
    CommandBus commands = get(CommandBus.class);

    assertThatThrownBy(() -> commands.schedule(new Pay(""), HOUR))
        .isInstanceOf(InvalidCommandException.class);
    assertThatThrownBy(() -> commands.schedule(new Dun("x"), HOUR))
        .isInstanceOf(ForbiddenCommandException.class);
    assertThatThrownBy(() -> get(DeadlineScheduler.class).schedule("o", HOUR, new Unhandled()))
        .isInstanceOf(SchedulingException.class);
  }

  @Test
  void a_deadline_is_handled_on_behalf_of_who_has_scheduled_it() {
    DeadlineScheduler deadlines = get(DeadlineScheduler.class);
    Overdue overdue = new Overdue("o", new BigDecimal("10.00"));
    deadlines.schedule("o", HOUR.multipliedBy(9), overdue);
    deadlines.schedule("o", HOUR, overdue);
    deadlines.schedule("p", HOUR, overdue);

    assertThat(deadlines.find(Overdue.class, "o")).contains(START.plus(HOUR));
    assertThat(deadlines.cancel(Overdue.class, "p")).isTrue();
    assertThat(fireAfter(HOUR)).isEqualTo(1);
    assertThat(Handlers.SEEN).containsExactly(overdue, new Dun("Overdue/o for ada"));
    assertThat(deadlines.find(Overdue.class, "o")).isEmpty();
  }

  @Test
  void a_recurring_command_comes_again_and_what_was_missed_once() {
    RecurringCommands recurring = get(RecurringCommands.class);
    recurring.schedule("rent", new Pay("rent"), Recurrence.parse("hour=3 timezone=UTC"));

    for (int hour = 0; hour < 48; hour++) {
      fireAfter(HOUR);
    }
    assertThat(Handlers.SEEN).hasSize(2);
    container.close();
    container = start();
    fireAfter(Duration.ofDays(5));

    assertThat(Handlers.SEEN).hasSize(3);
    assertThat(get(RecurringCommands.class).next("rent"))
        .contains(Instant.parse("2026-01-08T03:00:00Z"));
  }

  @Test
  void the_catalogue_lists_deadlines() {
    assertThat(get(Catalog.class).deadlines())
        .containsExactly(
            new DeadlineEntry(
                "Overdue",
                Overdue.class.getName(),
                "",
                Handlers.class.getName() + ".overdue(Overdue, Deadline, CommandBus)"));
  }
}
