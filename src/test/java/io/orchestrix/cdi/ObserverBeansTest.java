package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.cdi.Cases.Closed;
import io.orchestrix.cdi.Cases.Handle;
import io.orchestrix.cdi.Cases.Opened;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Event;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observers of stored events are observers like all others. */
class ObserverBeansTest {

  private static final List<String> LOG = new CopyOnWriteArrayList<>();

  /** Fired by the application itself, never stored. */
  record Rung(String bell) implements Event {}

  record Placed(String bell) implements Event {}

  @Dependent
  static class Helper {
    @PreDestroy
    void destroyed() {
      LOG.add("helper destroyed");
    }
  }

  @Dependent
  static class Injected {
    @Inject RecordedEvent field;

    void further(
        Clock clock,
        @Observes @Priority(1) Opened event,
        EventMetadata metadata,
        Helper helper,
        RecordedEvent recorded) {
      assertThat(clock.instant()).isNotNull();
      assertThat(metadata.getType()).isEqualTo(Opened.class);
      LOG.add("injected " + recorded.version() + field.equals(recorded));
    }

    @PreDestroy
    void destroyed() {
      LOG.add("bean destroyed");
    }
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by CDI
  @ApplicationScoped
  static class Scoped {
    private int count;

    static void ofClass(@Observes @Priority(3) Opened event, RecordedEvent recorded) {
      LOG.add("static " + recorded.version());
    }

    private void counting(@Observes @Any @Priority(2) Opened event) {
      count++;
      LOG.add("counting " + (count > 0));
    }
  }

  @ApplicationScoped
  static class Lazy {
    void wake() {
      LOG.add("awake");
    }

    void ifThere(
        @Observes(notifyObserver = Reception.IF_EXISTS) Closed event, RecordedEvent recorded) {
      LOG.add("lazy " + recorded.version());
    }
  }

  @ApplicationScoped
  static class Bells {
    @Inject BeanManager beans;

    void rung(@Observes Rung event) {
      LOG.add("rung " + event.bell());
    }

    void placed(@Observes Placed event, RecordedEvent recorded) {
      LOG.add("placed " + recorded);
    }

    void passOn(@Observes Opened event) {
      if (event.id().startsWith("ring")) {
        beans.getEvent().fire(new Rung(event.id()));
      } else if (event.id().startsWith("place")) {
        beans.getEvent().fire(new Placed(event.id()));
      }
    }
  }

  private static Container container;

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(),
            Cases.Case.class,
            Cases.Handlers.class,
            Helper.class,
            Injected.class,
            Scoped.class,
            Lazy.class,
            Bells.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @BeforeEach
  void clearLog() {
    LOG.clear();
  }

  private static void handle(String id) {
    container.get(CommandBus.class).send(new Handle(id));
  }

  @Test
  void they_are_called_in_their_order_with_all_that_they_ask_for_on_beans_of_every_scope() {
    handle("order");

    assertThat(LOG)
        .filteredOn(entry -> !entry.startsWith("lazy"))
        .containsSubsequence("injected 1true", "counting true", "static 1")
        .containsOnlyOnce("helper destroyed", "bean destroyed")
        .hasSize(5);
  }

  @Test
  void a_conditional_one_is_called_only_if_its_bean_is_there() {
    handle("before it is there");
    assertThat(LOG).doesNotContain("lazy 2");

    container.get(Lazy.class).wake();
    handle("when it is there");
    assertThat(LOG).containsSubsequence("awake", "lazy 2");
  }

  private static void fire(Object event) {
    container.cdi().getBeanManager().getEvent().fire(event);
  }

  @Test
  void events_that_the_application_fires_have_no_place_and_need_none() {
    fire(new Rung("one"));
    assertThat(LOG).containsExactly("rung one");

    assertThatThrownBy(() -> fire(new Placed("two")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("observers of stored events only");
    assertThat(LOG).containsExactly("rung one");
  }

  @Test
  void an_event_fired_in_an_observer_has_not_the_place_of_the_stored_one() {
    handle("ring it");
    assertThat(LOG).contains("rung ring it");

    assertThatThrownBy(() -> handle("place it"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("observers of stored events only");
    assertThat(container.get(EventStore.class).read(new StreamId("case", "place it"))).isEmpty();
  }
}
