package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineNode;
import io.orchestrix.deadline.DeadlineScheduler;
import io.orchestrix.deadline.DeadlineStore;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesInCdiTest {

  @ParameterizedTest
  @CsvSource({"jpa, 1", "memory, 0"})
  void the_store_and_the_node_are_beans_on_the_configured_kind(String kind, int rows) {
    Map<String, String> settings =
        Map.of("orchestrix.db-schema", "deadlines", "orchestrix.store", kind);
    try (Container container = Container.startWith(settings, Database.H2.open())) {
      DeadlineKey key = new DeadlineKey("a", "b");
      Instant dueAt = Instant.parse("2026-01-01T00:00:00Z");

      container.get(DeadlineStore.class).put(List.of(Deadline.of(key, dueAt, "", Origin.NONE, "")));

      assertThat(container.get(DeadlineStore.class).find(key)).isPresent();
      assertThat(container.get(DeadlineNode.class).fireDue()).isZero();
      assertThat(
              kind.equals("memory")
                  ? 0
                  : container
                      .dataSource()
                      .number("select count(*) from \"deadlines\".orx_deadline"))
          .isEqualTo(rows);
    }
  }

  record Due(String what) {}

  @ApplicationScoped
  static class Told {
    static final List<String> NAMES = new CopyOnWriteArrayList<>();

    void due(@HandlesDeadline Due due, Caller caller) {
      NAMES.add(caller.name());
    }
  }

  @Test
  void the_injected_caller_is_who_has_scheduled_it() throws Exception {
    try (Container container = Container.start(Database.H2.open(), Told.class)) {
      container
          .get(ActingCaller.class)
          .callAs(
              "ada",
              () -> {
                container.get(DeadlineScheduler.class).schedule("d", Instant.EPOCH, new Due("d"));
                return true;
              });
      container.get(DeadlineNode.class).fireDue();

      await().until(() -> !Told.NAMES.isEmpty());
      assertThat(Told.NAMES).containsExactly("ada");
      assertThat(container.get(Caller.class).name()).isEmpty();
    }
  }

  @Test
  void one_alarm_is_set_for_the_earliest_and_rings_for_all_that_are_due() {
    try (Container container = Container.start(Database.H2.open())) {
      DeadlineAlarms alarms = container.get(DeadlineAlarms.class);
      List<Duration> set = new CopyOnWriteArrayList<>();
      AtomicInteger done = new AtomicInteger();
      alarms.ringBy(set::add);

      alarms.schedule(done::incrementAndGet, Duration.ofHours(1));
      await().until(() -> set.size() == 1);
      alarms.schedule(done::incrementAndGet, Duration.ofHours(2));
      alarms.schedule(done::incrementAndGet, Duration.ofMillis(1));
      await().until(() -> set.size() == 2);

      assertThat(set.get(0)).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
      assertThat(set.get(1)).isLessThanOrEqualTo(Duration.ofMillis(1));
      await()
          .until(
              () -> {
                alarms.ring();
                return done.get() == 1;
              });
      alarms.ring();
      assertThat(set.get(set.size() - 1)).isGreaterThan(Duration.ofMinutes(50));
    }
  }
}
