package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.cdi.Cases.CaseEvent;
import io.orchestrix.cdi.Cases.Closed;
import io.orchestrix.cdi.Cases.Follow;
import io.orchestrix.cdi.Cases.Handle;
import io.orchestrix.cdi.Cases.Opened;
import io.orchestrix.cdi.Cases.Reject;
import io.orchestrix.command.CommandBus;
import io.orchestrix.config.StoreKind;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class StoredEventsAsCdiEventsTest {

  /**
   * @param visible how many events of its stream could be read then
   */
  record Seen(
      String observer, CaseEvent event, RecordedEvent recorded, Thread thread, long visible) {}

  /** Observes in every way that there is; ids say who fails and who sends commands. */
  @ApplicationScoped
  static class Observers {

    @Inject CommandBus commands;
    @Inject EventStore store;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    void inline(@Observes Opened event, RecordedEvent recorded) {
      see("inline", event, event.id(), recorded);
    }

    void either(@Observes CaseEvent event, RecordedEvent recorded) {
      note("either", event, recorded);
    }

    void async(RecordedEvent recorded, @ObservesAsync Opened event) {
      see("async", event, event.id(), recorded);
    }

    void before(
        @Observes(during = TransactionPhase.BEFORE_COMPLETION) Opened event, RecordedEvent place) {
      see("before", event, event.id(), place);
    }

    void after(
        @Observes(during = TransactionPhase.AFTER_SUCCESS) Opened event, RecordedEvent recorded) {
      see("after", event, event.id(), recorded);
    }

    void afterFailure(
        @Observes(during = TransactionPhase.AFTER_FAILURE) Opened event, RecordedEvent recorded) {
      see("failure", event, event.id(), recorded);
    }

    private void see(String observer, CaseEvent event, String id, RecordedEvent recorded) {
      note(observer, event, recorded);
      if (id.startsWith("fail " + observer)) {
        throw new IllegalStateException(id);
      }
      if (id.startsWith("follow")) {
        commands.send(new Follow(id, observer));
      }
    }

    private void note(String observer, CaseEvent event, RecordedEvent recorded) {
      long visible = store.read(recorded.stream()).count();
      seen.add(new Seen(observer, event, recorded, Thread.currentThread(), visible));
    }

    List<Seen> seen(String id) {
      return seen.stream().filter(it -> it.recorded().stream().key().equals(id)).toList();
    }
  }

  private static final Map<StoreKind, Container> STARTED = new EnumMap<>(StoreKind.class);

  private final CommandBus commands;
  private final EventStore store;
  private final Observers observers;
  private final Container container;

  StoredEventsAsCdiEventsTest(StoreKind kind) {
    container =
        STARTED.computeIfAbsent(
            kind,
            same ->
                Container.startWith(
                    Map.of("orchestrix.store", same.name().toLowerCase(Locale.ROOT)),
                    TestDatabase.h2(),
                    Cases.Case.class,
                    Cases.Handlers.class,
                    Observers.class));
    commands = container.get(CommandBus.class);
    store = container.get(EventStore.class);
    observers = container.get(Observers.class);
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(Container::close);
    STARTED.clear();
  }

  private static String newId(String prefix) {
    return prefix + " " + UUID.randomUUID();
  }

  private List<RecordedEvent> stored(String id) {
    return store.read(new StreamId("case", id)).toList();
  }

  private List<String> observersOf(String id) {
    return observers.seen(id).stream()
        .filter(seen -> seen.event() instanceof Opened)
        .map(Seen::observer)
        .toList();
  }

  private void awaitObservers(String id, String... expected) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(observersOf(id)).containsExactlyInAnyOrder(expected));
  }

  private void expectNoMore(String id, String... expected) {
    Awaitility.await()
        .during(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(observersOf(id)).containsExactlyInAnyOrder(expected));
  }

  @Test
  void every_observer_has_the_place_of_its_event_whenever_and_wherever_it_is_called() {
    String id = newId("any");

    commands.send(new Handle(id));

    awaitObservers(id, "inline", "either", "before", "after", "async");
    RecordedEvent opened = stored(id).get(0);
    assertThat(observers.seen(id))
        .filteredOn(seen -> seen.event() instanceof Opened)
        .allSatisfy(
            seen -> {
              assertThat(seen.event()).isEqualTo(new Opened(id));
              assertThat(seen.recorded()).isEqualTo(opened);
              assertThat(seen.thread() == Thread.currentThread())
                  .isEqualTo(!seen.observer().equals("async"));
              assertThat(seen.visible())
                  .as("what the observer %s can read", seen.observer())
                  .isEqualTo(2);
            });
  }

  @Test
  void two_events_of_a_command_come_in_their_order_each_with_its_place() {
    String id = newId("two");

    commands.send(new Handle(id));

    List<Seen> either =
        observers.seen(id).stream().filter(seen -> seen.observer().equals("either")).toList();
    assertThat(either).extracting(Seen::event).containsExactly(new Opened(id), new Closed(id));
    assertThat(either).extracting(Seen::recorded).isEqualTo(stored(id));
    assertThat(either).extracting(seen -> seen.recorded().version()).containsExactly(1L, 2L);
  }

  @Test
  void what_is_rolled_back_is_told_to_observers_of_failures_and_never_asynchronously() {
    String id = newId("rejected");

    assertThatThrownBy(() -> commands.send(new Reject(id))).hasMessage("rejected");

    expectNoMore(id, "inline", "either", "failure");
    assertThat(observers.seen(id))
        .extracting(Seen::recorded)
        .allSatisfy(recorded -> assertThat(recorded.version()).isEqualTo(1));
    assertThat(stored(id)).isEmpty();
  }

  @Test
  void commands_that_observers_send_name_the_event_as_their_cause() {
    String id = newId("follow");

    commands.send(new Handle(id));

    awaitObservers(id, "inline", "either", "before", "after", "async");
    Metadata event = stored(id).get(0).metadata();
    Cases.Handlers handlers = container.get(Cases.Handlers.class);
    Awaitility.await().until(() -> handlers.followed(event.id()).size() == 4);
    assertThat(handlers.followed(event.id()))
        .allSatisfy(follow -> assertThat(follow.correlationId()).isEqualTo(event.correlationId()));
    for (String observer : List.of("inline", "before", "after", "async")) {
      String following = observer + " of " + id;
      Awaitility.await().until(() -> stored(following).size() == 1); // the async one commits later
      assertThat(observers.seen(following)).extracting(Seen::observer).containsExactly("either");
    }
  }

  @Test
  void an_observer_in_the_transaction_that_fails_rolls_the_command_back() {
    String id = newId("fail inline");

    assertThatThrownBy(() -> commands.send(new Handle(id)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(id);

    assertThat(stored(id)).isEmpty();
    assertThat(observersOf(id)).doesNotContain("before", "after", "async");
  }

  @Test
  void an_observer_after_the_commit_that_fails_harms_nobody() {
    for (String late : List.of("async", "after")) {
      String id = newId("fail " + late);

      commands.send(new Handle(id));

      awaitObservers(id, "inline", "either", "before", "after", "async");
      assertThat(stored(id)).hasSize(2);
    }
  }

  private NewEvent opened(String id) {
    return new NewEvent(
        container.get(MetadataFactory.class).create("Opened", "case/" + id), new Opened(id));
  }

  @Test
  void what_is_appended_without_an_aggregate_is_told_once_inside_and_outside_of_transactions() {
    String id = newId("append");
    StreamId stream = new StreamId("case", id);
    List<NewEvent> first = List.of(opened(id));

    store.append(stream, AppendCondition.noStream(), first);
    awaitObservers(id, "inline", "either", "before", "after", "async");
    store.append(stream, AppendCondition.noStream(), first);
    expectNoMore(id, "inline", "either", "before", "after", "async");
    container
        .get(UnitOfWork.class)
        .get(
            () -> {
              store.append(stream, AppendCondition.any(), List.of(opened(id)));
              assertThat(observersOf(id)).hasSize(7).containsOnlyOnce("before", "after", "async");
              return id;
            });

    Awaitility.await().until(() -> observersOf(id).size() == 10);
    assertThat(observers.seen(id))
        .extracting(seen -> seen.recorded().version())
        .containsExactlyInAnyOrder(1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L, 2L);
  }
}
