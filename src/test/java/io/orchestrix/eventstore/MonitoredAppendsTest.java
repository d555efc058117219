package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.monitor.Signal.EventsAppended;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoredAppendsTest {

  @EventType("ticked")
  record Ticked(int number) implements Event {}

  @Dependent
  static class Monitored {
    static final RecordingMonitor MONITOR = new RecordingMonitor();

    @Produces
    @Singleton
    RecordingMonitor monitor() {
      return MONITOR;
    }
  }

  @Test
  void what_was_committed_is_told_and_what_was_refused_or_rolled_back_or_was_there_is_not() {
    try (Container container = Container.start(TestDatabase.h2(), Ticked.class, Monitored.class)) {
      EventStore store = container.get(EventStore.class);
      UnitOfWork unitOfWork = container.get(UnitOfWork.class);
      MetadataFactory metadata = container.get(MetadataFactory.class);
      StreamId clock = new StreamId("clock", "1");
      List<NewEvent> ticks =
          List.of(
              new NewEvent(metadata.create("ticked", null), new Ticked(1)),
              new NewEvent(metadata.create("ticked", null), new Ticked(2)));
      List<Append> both =
          List.of(
              new Append(clock, AppendCondition.noStream(), ticks),
              new Append(
                  new StreamId("watch", "1"),
                  AppendCondition.noStream(),
                  List.of(new NewEvent(metadata.create("ticked", null), new Ticked(3)))));

      assertThatThrownBy(() -> store.append(clock, AppendCondition.streamExists(), ticks))
          .isInstanceOf(AppendConflictException.class);
      assertThatThrownBy(
              () ->
                  unitOfWork.run(
                      () -> {
                        store.append(both);
                        throw new IllegalStateException("after all");
                      }))
          .hasMessage("after all");
      unitOfWork.run(
          () -> {
            store.append(both);
            assertThat(Monitored.MONITOR.signals(EventsAppended.class)).isEmpty();
          });
      store.append(clock, AppendCondition.noStream(), ticks);

      assertThat(Monitored.MONITOR.signals(EventsAppended.class))
          .containsExactly(new EventsAppended("clock", 2), new EventsAppended("watch", 1));
    }
  }
}
