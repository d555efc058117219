package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.deadline.Recurrence;
import io.orchestrix.message.Command;
import io.orchestrix.module.Catalog.DeadlineEntry;
import io.orchestrix.module.InvalidRegistrationException;
import io.orchestrix.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  record Wake(String whom) {}

  static final class Other {
    record Wake() {}
  }

  record Begin(String whom) implements Command {}

  record Ring() implements Command {}

  static final List<Object> SEEN = new CopyOnWriteArrayList<>();

  /** Handlers as a bean would have them. */
  static class Handlers {
    void begin(@HandlesCommand Begin command, DeadlineScheduler deadlines) {
      deadlines.schedule("w", Duration.ofHours(1), new Wake(command.whom()));
    }

    void wake(@HandlesDeadline Wake wake, Deadline deadline, CommandBus commands) {
      SEEN.add(wake.whom() + " at " + deadline.dueAt());
      commands.send(new Ring());
    }

    void ring(@HandlesCommand Ring command) {
      SEEN.add(command);
    }
  }

  static class OfText {
    void late(@HandlesDeadline String late) {}
  }

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

  private Builder application() {
    SEEN.clear();
    return Orchestrix.inMemory().clock(clock);
  }

  private Orchestrix start() {
    return application().module("m", module -> module.handlers(new Handlers())).start();
  }

  @Test
  void a_handler_schedules_and_another_is_called_when_it_is_time() {
    try (Orchestrix app = start()) {
      app.commands().send(new Begin("ada"));
      clock.advance(Duration.ofHours(1));

      await().until(() -> app.deadlines().count() == 0);
      assertThat(SEEN).containsExactly("ada at 2026-01-01T01:00:00Z", new Ring());
    }
  }

  @Test
  void commands_are_scheduled_for_once_and_again_and_again() {
    try (Orchestrix app = start()) {
      app.commands().schedule(new Ring(), Duration.ofMinutes(5));
      app.recurringCommands().schedule("r", new Ring(), Recurrence.parse("hour=3 timezone=UTC"));

      clock.advance(Duration.ofMinutes(5));
      await().until(() -> SEEN.size() == 1);
      clock.advance(Duration.ofHours(3));
      await().until(() -> SEEN.size() == 2);
      clock.advance(Duration.ofDays(1));
      await().until(() -> SEEN.size() == 3);
      assertThat(app.recurringCommands().cancel("r")).isTrue();
    }
  }

  @Test
  void the_catalogue_lists_them() {
    try (Orchestrix app = start()) {
      assertThat(app.catalog().deadlines())
          .containsExactly(
              new DeadlineEntry(
                  "Wake", Wake.class.getName(), "m", Handlers.class.getName() + ".wake(Wake)"));
    }
  }

  @Test
  void a_mistake_keeps_it_from_starting() {
    assertThatThrownBy(
            () -> application().module("m", module -> module.handlers(new OfText())).start())
        .isInstanceOf(InvalidRegistrationException.class)
        .hasMessageContaining("ORX-8002");
    assertThatThrownBy(
            () ->
                application()
                    .module(
                        "m",
                        module -> {
                          module.handlesDeadline(Wake.class, SEEN::add);
                          module.handlesDeadline(Wake.class, SEEN::add);
                        })
                    .start())
        .hasMessageContaining("ORX-8003");
    assertThatThrownBy(
            () ->
                application()
                    .module(
                        "m",
                        module -> {
                          module.handlesDeadline(Wake.class, SEEN::add);
                          module.handlesDeadline(Other.Wake.class, SEEN::add);
                        })
                    .start())
        .hasMessageContainingAll("ORX-3631", Other.Wake.class.getName());
  }
}
