package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.deadletter.DeadLetterAction;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Caller;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersInCdiTest {

  static final class Ada implements Caller {
    @Override
    public String name() {
      return "ada";
    }

    @Override
    public boolean isInRole(String role) {
      return false;
    }
  }

  @ApplicationScoped
  static class Beans {
    private static final RecordingMonitor MONITOR = new RecordingMonitor();

    @Produces
    Caller caller() {
      return new Ada();
    }

    @Produces
    Monitor monitor() {
      return MONITOR;
    }
  }

  @ParameterizedTest
  @CsvSource({"jpa, 1", "memory, 0"})
  void the_queue_and_the_store_are_beans_on_the_configured_kind(String kind, int rows) {
    DeadLetterId id = new DeadLetterId("balances/" + kind, new GlobalPosition(5));
    try (Container container =
        Container.startWith(
            Map.of("orchestrix.store", kind, "orchestrix.db-schema", "dead"),
            TestDatabase.h2(),
            Beans.class)) {
      DeadLetterStore store = container.get(DeadLetterStore.class);
      container
          .get(UnitOfWork.class)
          .get(
              () -> {
                store.park(
                    new DeadLetterSubject(id, "a", "account/a", 1, "Booked", 1),
                    Failure.of(new IllegalStateException("bad")),
                    1,
                    Instant.EPOCH);
                return true;
              });
      DeadLetterQueue queue = container.get(DeadLetterQueue.class);

      assertThat(queue.retry(id).state()).isEqualTo(DeadLetterState.RETRYING);

      assertThat(queue.history(id)).extracting(DeadLetterAction::who).containsExactly("", "ada");
      assertThat(Beans.MONITOR.signals(Signal.DeadLetterParked.class))
          .contains(new Signal.DeadLetterParked(id.subscription(), 1));
      assertThat(
              kind.equals("memory")
                  ? 0
                  : container.dataSource().number("select count(*) from \"dead\".orx_dead_letter"))
          .isEqualTo(rows);
    }
  }
}
