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
  void what_was_appended_is_told_and_what_was_refused_is_not() {
    try (Container container = Container.start(TestDatabase.h2(), Ticked.class, Monitored.class)) {
      EventStore store = container.get(EventStore.class);
      MetadataFactory metadata = container.get(MetadataFactory.class);
      StreamId clock = new StreamId("clock", "1");
      List<NewEvent> ticks =
          List.of(
              new NewEvent(metadata.create("ticked", null), new Ticked(1)),
              new NewEvent(metadata.create("ticked", null), new Ticked(2)));

      assertThatThrownBy(() -> store.append(clock, AppendCondition.streamExists(), ticks))
          .isInstanceOf(AppendConflictException.class);
      store.append(clock, AppendCondition.noStream(), ticks);

      assertThat(Monitored.MONITOR.signals(EventsAppended.class))
          .singleElement()
          .returns("clock", EventsAppended::category)
          .returns(2, EventsAppended::events);
    }
  }
}
