package io.orchestrix.testkit;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Upcaster;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaEvent;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaServices;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.Sagas;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One saga, and what happens to it. Used by one thread. */
final class SagaScene {

  private static final int MOST = 1_000;

  private final SagaDefinition<?> definition;
  private final FixtureOptions options;
  private final SagaWorld world;
  private SagaSettings settings = SagaWorld.SETTINGS;
  private @Nullable Sagas sagas;
  private @Nullable HandDelivery delivery;
  private @Nullable HandTurns turns;
  private GlobalPosition handled = GlobalPosition.START;

  SagaScene(SagaDefinition<?> definition, FixtureOptions options, SagaAnswers answers) {
    this.definition = definition;
    this.options = options;
    this.world = new SagaWorld(options, new SagaCodec(), answers.bus());
    options.events.addAll(SagaObjects.events(definition));
  }

  /** A value that methods may take as a parameter, or that the library works with. */
  <V> void knows(Class<V> type, V value) {
    if (value instanceof Clock && !(value instanceof SettableClock)) {
      throw new AssertionError("Time passes only on a SettableClock. Give the fixture one.");
    }
    options.put(type, value);
    if (value instanceof SagaSettings given) {
      settings = given;
    }
    anew();
  }

  void knows(Upcaster... upcasters) {
    options.upcasters.addAll(List.of(upcasters));
    anew();
  }

  /** Something else is known now; what has happened is the same. */
  private void anew() {
    turns = null;
  }

  String saga() {
    return definition.name();
  }

  private HandTurns turns() {
    if (turns == null) {
      SagaServices services = world.services(settings);
      sagas = world.sagas(List.of(definition), services);
      delivery = new HandDelivery(sagas, services.events(), services.unitOfWork(), handled);
      turns = new HandTurns(sagas, services, (SettableClock) options.clock, delivery);
    }
    return Objects.requireNonNull(turns);
  }

  Sagas sagas() {
    turns();
    return Objects.requireNonNull(sagas);
  }

  void happens(List<? extends Event> events) {
    boolean isNew = false;
    for (Event event : events) {
      isNew = options.events.add(event.getClass()) || isNew;
    }
    if (isNew) {
      anew();
    }
    turns();
    act("What is given cannot happen", () -> world.append(events));
  }

  void start(String key, Object input) {
    act("It cannot be started", () -> sagas().start(saga(), key, input));
  }

  void operate(SagaId id, OperatorAction action) {
    act(
        "%s is not possible".formatted(action),
        () -> sagas().operate(id, action, "test", "by the test"));
  }

  void elapse(Duration time) {
    turns().elapse(time);
    handled = Objects.requireNonNull(delivery).handled();
  }

  private void act(String otherwise, Runnable work) {
    try {
      work.run();
    } catch (OrchestrixException e) {
      throw new AssertionError(otherwise + ": " + e.getMessage(), e);
    }
    elapse(Duration.ZERO);
  }

  /** The instance of a key, or the only one. */
  SagaInstance instance(@Nullable String key) {
    List<String> keys =
        sagas().page(new SagaQuery(saga(), null), null, MOST).stream()
            .map(SagaRow::id)
            .map(SagaId::key)
            .toList();
    if (keys.isEmpty()) {
      throw new AssertionError(
          "No instance of the saga '%s' has begun. Does one of its methods with @StartsOn take what has happened?"
              .formatted(saga()));
    }
    if (key == null && keys.size() > 1) {
      throw new AssertionError(
          "The saga '%s' has %d instances: %s. Say which one: of(key)."
              .formatted(saga(), keys.size(), String.join(", ", keys)));
    }
    String wanted = key == null ? keys.get(0) : key;
    return sagas()
        .find(new SagaId(saga(), wanted))
        .orElseThrow(
            () ->
                new AssertionError(
                    "The saga '%s' has no instance '%s', but: %s."
                        .formatted(saga(), wanted, String.join(", ", keys))));
  }

  /** The journal of an instance. */
  List<SagaEvent> journal(SagaId id) {
    try (Stream<io.orchestrix.eventstore.RecordedEvent> entries = sagas().journal(id)) {
      return entries.map(entry -> (SagaEvent) entry.payload()).toList();
    }
  }
}
