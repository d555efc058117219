package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.aggregate.LampEvent.Blown;
import io.orchestrix.aggregate.LampEvent.Confused;
import io.orchestrix.aggregate.LampEvent.Fitted;
import io.orchestrix.aggregate.LampEvent.Labelled;
import io.orchestrix.aggregate.LampEvent.SwitchedOff;
import io.orchestrix.aggregate.LampEvent.SwitchedOn;
import io.orchestrix.aggregate.LampOrder.Confuse;
import io.orchestrix.aggregate.LampOrder.Fit;
import io.orchestrix.aggregate.LampOrder.Label;
import io.orchestrix.aggregate.LampOrder.SwitchOff;
import io.orchestrix.aggregate.LampOrder.SwitchOn;
import io.orchestrix.aggregate.LampState.Burnt;
import io.orchestrix.aggregate.LampState.Empty;
import io.orchestrix.aggregate.LampState.Working;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventJson;
import io.orchestrix.message.Upcaster;
import io.orchestrix.monitor.Signal.SnapshotIgnored;
import io.orchestrix.monitor.Signal.SnapshotRefused;
import io.orchestrix.monitor.Signal.SnapshotUsed;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeciderTest {

  private static final List<Class<? extends Event>> EVENTS =
      List.of(
          Fitted.class,
          SwitchedOn.class,
          SwitchedOff.class,
          Labelled.class,
          Blown.class,
          Confused.class);

  private final Harbour harbour =
      new Harbour(
          Fitted.class,
          SwitchedOn.class,
          SwitchedOff.class,
          Labelled.class,
          Blown.class,
          Confused.class,
          DeciderStates.Turned.class);
  private final EventStore sound = harbour.store;
  private final RecordingStore store = new RecordingStore(sound);

  DeciderTest() {
    harbour.store = store;
  }

  @SuppressWarnings("unchecked") // it is the type of that class
  private static AggregateType<Decided<LampOrder, LampState, LampEvent>> type() {
    return (AggregateType<Decided<LampOrder, LampState, LampEvent>>) AggregateType.of(Lamp.class);
  }

  private AggregateRepository<Decided<LampOrder, LampState, LampEvent>> lamps() {
    return new EventSourcedRepository<>(type(), harbour.services());
  }

  private @Nullable Object handle(LampOrder order) throws Exception {
    return type().handlers().stream()
        .filter(each -> each.commandType() == order.getClass())
        .findFirst()
        .orElseThrow()
        .on(
            lamps(),
            () -> {
              throw new AssertionError("nothing is injected");
            })
        .handle(new CommandMessage(order, harbour.metadata().create("order", null)));
  }

  private void tell(LampOrder... orders) {
    Stream.of(orders).forEach(order -> lamps().updateOrCreate("l", lamp -> lamp.decide(order)));
  }

  private static Working working(boolean on, int left) {
    return new Working(on, left, Set.of(), Map.of());
  }

  @Test
  void every_command_that_is_permitted_is_handled_and_answered_with_the_state() throws Exception {
    assertThat(type().handlers())
        .extracting(AggregateHandler::describe)
        .containsExactly(
            Lamp.class.getName() + ".decide(Fit)",
            Lamp.class.getName() + ".decide(SwitchOn)",
            Lamp.class.getName() + ".decide(SwitchOff)",
            Lamp.class.getName() + ".decide(Label)",
            Lamp.class.getName() + ".decide(Confuse)")
        .doesNotHaveDuplicates();
    assertThat(type().handlers()).flatExtracting(AggregateHandler::injectedParameters).isEmpty();

    assertThat(handle(new SwitchOn("l"))).isEqualTo(new Empty());
    assertThat(lamps().find("l")).isEmpty();
    assertThat(handle(new Fit("l", 2))).isEqualTo(working(false, 2));
    assertThat(handle(new SwitchOn("l"))).isEqualTo(working(true, 1));
    assertThat(harbour.stored("lamp", "l")).containsExactly(new Fitted(2), new SwitchedOn());
  }

  @Test
  void its_repository_keeps_what_a_field_of_that_type_asks_for() throws Exception {
    assertThat(type().aggregateType())
        .isEqualTo(Asking.class.getDeclaredField("lamp").getGenericType())
        .hasSameHashCodeAs(Asking.class.getDeclaredField("lamp").getGenericType())
        .asString()
        .endsWith("LampState, io.orchestrix.aggregate.LampEvent>");
    assertThat(AggregateType.of(DeciderStates.Counting.class).aggregateType())
        .isEqualTo(Asking.class.getDeclaredField("counted").getGenericType());
    assertThat(AggregateType.of(Ship.class).aggregateType()).isEqualTo(Ship.class);
    assertThat(type().type()).isEqualTo(Lamp.class);
    assertThat(type().eventTypes()).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  @SuppressWarnings({"UnusedVariable", "NullAway", "unused"})
  private static final class Asking {
    Decided<LampOrder, LampState, LampEvent> lamp;
    Decided<DeciderStates.Turn, Map<String, List<Integer>>, DeciderStates.Turned> counted;
  }

  @Test
  void what_was_decided_is_loaded_and_remembered() {
    tell(new Fit("l", 2), new SwitchOn("l"), new Label("l", "hall"));

    Decided<LampOrder, LampState, LampEvent> lamp = lamps().load("l");

    assertThat(lamp.state())
        .isEqualTo(new Working(true, 1, Set.of("hall"), Map.of("hall", new BigDecimal("4.00"))));
    assertThat(lamp.version()).isEqualTo(3);
    assertThat(lamp.id()).isEqualTo("l");
    assertThat(store.read).isEmpty();
  }

  @Test
  void a_refusal_changes_nothing() {
    tell(new Fit("l", 2));

    assertThatThrownBy(() -> tell(new Fit("l", 2))).isInstanceOf(DomainRuleException.class);
    assertThat(lamps().load("l").version()).isEqualTo(1);
  }

  @Test
  void in_a_terminal_state_every_command_is_refused() {
    tell(new Fit("l", 0), new SwitchOn("l"));
    assertThat(lamps().load("l").state()).isEqualTo(new Burnt());

    assertThatThrownBy(() -> tell(new SwitchOff("l")))
        .isInstanceOf(TerminalStateException.class)
        .hasMessageStartingWith(
            "ORX-4026 Tried SwitchOff on 'l', which has come to its end (Burnt)")
        .hasFieldOrPropertyWithValue("kind", Kind.REFUSED);
  }

  @Test
  void null_is_no_answer() {
    tell(new Fit("l", 2));

    assertThatThrownBy(() -> tell(new Confuse("l", "null")))
        .isInstanceOf(FaultyDeciderException.class)
        .hasMessageStartingWith("ORX-4027 %s.decide(Confuse) gave null", Lamp.class.getName());
    assertThatThrownBy(() -> tell(new Confuse("l", "null in it")))
        .hasMessageContaining("decide(Confuse) gave a list with null in it");
    assertThatThrownBy(() -> tell(new Confuse("l", "event")))
        .hasMessageContaining("evolve(Confused) gave null, which is no state");
    assertThatThrownBy(() -> AggregateType.of(DeciderStates.Stateless.class).create("s"))
        .hasMessageContaining("initial() gave null");
    assertThat(harbour.stored("lamp", "l")).hasSize(1);
  }

  @Test
  void the_loser_of_a_race_is_told_to_decide_again() {
    tell(new Fit("l", 2));
    store.beforeNextAppend = () -> tell(new SwitchOn("l"));

    assertThatThrownBy(() -> tell(new SwitchOn("l"))).isInstanceOf(AppendConflictException.class);
    tell(new SwitchOn("l"));
    assertThat(lamps().load("l").state()).isEqualTo(working(true, 0));
  }

  @Test
  void the_past_is_shown() {
    tell(new Fit("l", 2), new SwitchOn("l"), new SwitchOff("l"));

    assertThat(lamps().loadAt("l", 2).state()).isEqualTo(working(true, 1));
    assertThat(lamps().loadAsOf("l", harbour.clock.instant()).state()).isEqualTo(working(false, 1));
    AggregateState state = lamps().stateAt("l", 2);
    assertThat(state.event().payload()).isEqualTo(new SwitchedOn());
    assertThat(state.state().getString("@case")).isEqualTo("LampState$Working");
    assertThat(state.state().getInt("left")).isEqualTo(1);
    assertThat(state.change().toString()).contains("/on", "/left").doesNotContain("/labels");
  }

  @Test
  void a_snapshot_spares_reading_events_also_of_what_has_no_order() {
    tell(new Fit("l", 2));
    IntStream.range(0, 17).forEach(i -> tell(new Label("l", "label " + i)));
    tell(new SwitchOn("l"));
    LampState before = lamps().load("l").state();
    harbour.forget();
    store.read.clear();

    assertThat(lamps().load("l").state()).isEqualTo(before);

    assertThat(harbour.monitor.signals(SnapshotUsed.class)).contains(new SnapshotUsed("lamp", 18));
    assertThat(harbour.monitor.signals(SnapshotRefused.class)).isEmpty();
    assertThat(store.read).hasSize(1);
  }

  @Test
  void a_snapshot_that_cannot_be_read_is_ignored() {
    tell(new Fit("l", 2), new SwitchOn("l"), new SwitchOff("l"));
    Snapshot found = harbour.snapshots.find(new StreamId("lamp", "l")).orElseThrow();

    for (String state :
        List.of("", "{", "null", "[]", "{}", "{\"@state\":null}", found.state() + "!")) {
      harbour.snapshots.save(
          new Snapshot(
              found.stream(), 3, found.head(), found.fingerprint(), state, found.createdAt()));
      harbour.forget();
      assertThat(lamps().load("l").state()).as(state).isEqualTo(working(false, 1));
    }
    assertThat(harbour.monitor.signals(SnapshotIgnored.class)).hasSize(7);
  }

  private <S> S turned(
      Class<? extends Decider<DeciderStates.Turn, S, DeciderStates.Turned>> decider) {
    return repository(decider)
        .updateOrCreate("t", it -> it.decide(new DeciderStates.Turn("t")))
        .state();
  }

  @SuppressWarnings("unchecked") // it is the type of that class
  private <S> AggregateRepository<Decided<DeciderStates.Turn, S, DeciderStates.Turned>> repository(
      Class<? extends Decider<DeciderStates.Turn, S, DeciderStates.Turned>> decider) {
    return new EventSourcedRepository<>(
        (AggregateType<Decided<DeciderStates.Turn, S, DeciderStates.Turned>>)
            AggregateType.of(decider),
        harbour.services());
  }

  @Test
  void a_state_may_be_no_object_and_of_a_generic_type() {
    assertThat(turned(DeciderStates.Switch.class)).isEqualTo(DeciderStates.Position.ON);
    turned(DeciderStates.Counting.class);
    assertThat(turned(DeciderStates.Counting.class)).isEqualTo(Map.of("t", List.of(1, 2)));
    harbour.forget();

    assertThat(repository(DeciderStates.Switch.class).load("t").state())
        .isEqualTo(DeciderStates.Position.ON);
    assertThat(repository(DeciderStates.Counting.class).load("t").state())
        .isEqualTo(Map.of("t", List.of(1, 2)));

    assertThat(harbour.monitor.signals(SnapshotUsed.class)).hasSize(2);
    JsonObject state = repository(DeciderStates.Switch.class).stateAt("t", 1).state();
    assertThat(state).hasToString("{\"@state\":\"ON\"}");
  }

  @Test
  void a_state_that_would_come_back_without_its_order_is_not_kept() {
    turned(DeciderStates.Sorting.class);

    assertThat(harbour.monitor.signals(SnapshotRefused.class)).hasSize(1);
  }

  @Test
  void an_event_that_became_another_changes_nothing() {
    tell(new Fit("l", 2), new SwitchOn("l"));
    harbour.store = sound;
    harbour.restart(
        UnknownEvents.FAIL,
        Stream.concat(EVENTS.stream(), Stream.of(Ship.Built.class))
            .filter(type -> type != SwitchedOn.class)
            .toList(),
        Upcaster.split("SwitchedOn", 1, old -> List.of(new EventJson("Built", 1, old))));

    assertThat(lamps().load("l").state()).isEqualTo(working(false, 2));
    assertThat(lamps().load("l").version()).isEqualTo(2);
  }
}
