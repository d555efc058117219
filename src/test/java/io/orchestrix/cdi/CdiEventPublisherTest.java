package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.cdi.Cases.Opened;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CdiEventPublisherTest {

  @ApplicationScoped
  static class Later {
    final List<String> told = new CopyOnWriteArrayList<>();

    void later(@ObservesAsync Opened event) {
      told.add(event.id());
    }

    List<String> told() {
      return told;
    }
  }

  @Test
  void an_event_that_no_thread_takes_does_not_keep_the_next_from_its_observers() {
    try (Container container = Container.start(TestDatabase.h2(), Later.class)) {
      AtomicInteger taken = new AtomicInteger();
      Executor full =
          work -> {
            if (taken.incrementAndGet() == 1) {
              throw new RejectedExecutionException("full");
            }
            work.run();
          };
      UnitOfWork unitOfWork = container.get(UnitOfWork.class);
      CdiEventPublisher publisher =
          new CdiEventPublisher(
              container.cdi().getBeanManager().getEvent(),
              container.get(BeanManager.class),
              unitOfWork,
              full);

      unitOfWork.get(
          () -> {
            publisher.publish(List.of(recorded(container, 1), recorded(container, 2)));
            return true;
          });

      await()
          .untilAsserted(() -> assertThat(container.get(Later.class).told()).containsExactly("2"));
    }
  }

  private static RecordedEvent recorded(Container container, long version) {
    Event event = new Opened(String.valueOf(version));
    return new RecordedEvent(
        new StreamId("case", "1"),
        version,
        new GlobalPosition(version),
        container.get(MetadataFactory.class).create("Opened", "case/1"),
        1,
        List.of(event));
  }
}
