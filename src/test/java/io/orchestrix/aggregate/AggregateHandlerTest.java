package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.CommandSchedule;
import io.orchestrix.command.CommandServices;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.command.RequestKeys;
import io.orchestrix.command.Route;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.command.jackson.JacksonAnswerCodec;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.InvalidStreamIdException;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregateHandlerTest {

  private final Harbour harbour = new Harbour(Ferry.Moored.class, Ship.Sailed.class);
  private final RecordingStore store = new RecordingStore(harbour.store);
  private final AggregateType<Ferry> type = Harbour.type(Ferry.class);
  private final List<String> values = new ArrayList<>();
  private final AggregateRepository<Ferry> ferries;

  AggregateHandlerTest() {
    harbour.store = store;
    ferries = harbour.repository(Ferry.class);
  }

  private ParameterValues clocks() {
    return () -> {
      values.add("open");
      return new ParameterValues.Call() {
        @Override
        public Object get(Parameter parameter) {
          assertThat(parameter.getType()).isEqualTo(Clock.class);
          return harbour.clock;
        }

        @Override
        public void close() {
          values.add("closed");
        }
      };
    };
  }

  private Map<Class<? extends Command>, CommandHandler> handlers() {
    Map<Class<? extends Command>, CommandHandler> handlers = new HashMap<>();
    type.handlers().forEach(each -> handlers.put(each.commandType(), each.on(ferries, clocks())));
    return handlers;
  }

  private @Nullable Object handle(Command command) throws Exception {
    CommandHandler handler = Objects.requireNonNull(handlers().get(command.getClass()));
    return handler.handle(
        new CommandMessage(command, harbour.metadata().create("the command", null)));
  }

  @Test
  void a_private_method_decides_and_answers() throws Exception {
    handle(new Ferry.Launch("f", true));

    assertThat(handle(new Ferry.Board("f", 2))).isEqualTo(2);
    assertThat(harbour.stored("ferry", "f"))
        .containsExactly(new Ferry.Moored("launch"), new Ship.Sailed(), new Ship.Sailed());
  }

  @Test
  void without_an_annotation_there_has_to_be_one() {
    assertThatThrownBy(() -> handle(new Ferry.Board("nowhere", 1)))
        .isInstanceOf(AggregateNotFoundException.class);
  }

  @Test
  void what_creates_always_takes_no_other_and_not_nothing() throws Exception {
    handle(new Ferry.Launch("f", true));

    assertThatThrownBy(() -> handle(new Ferry.Launch("f", true)))
        .isInstanceOf(AggregateExistsException.class);
    assertThatThrownBy(() -> handle(new Ferry.Launch("g", false)))
        .isInstanceOf(NothingCreatedException.class);
  }

  @Test
  void what_creates_if_missing_finds_the_one_that_it_created() throws Exception {
    UUID id = new UUID(1, 2);

    assertThat(handle(new Ferry.Chase(id))).isEqualTo(1L);
    assertThat(handle(new Ferry.Chase(id))).isEqualTo(2L);
    assertThat(ferries.load(id.toString()).people).isEqualTo(2);
  }

  @Test
  void a_new_one_that_decides_nothing_is_not_stored() {
    ferries.updateOrCreate("f", ferry -> {});

    assertThat(ferries.find("f")).isEmpty();
  }

  @Test
  void further_parameters_get_their_values_for_one_call() throws Exception {
    handle(new Ferry.Launch("f", true));
    assertThat(values).isEmpty();

    assertThat(handle(new Ferry.Cross("f"))).isEqualTo("the command true");
    assertThat(ferries.load("f").last).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(values).containsExactly("open", "closed");
  }

  @Test
  void inherited_methods_handle_unless_they_are_overridden() throws Exception {
    handle(new Ferry.Launch("f", true));

    assertThat(handle(new Ferry.Moor("f"))).isEqualTo("f");
    assertThat(handle(new Ferry.Anchor("f"))).isEqualTo("anchored 0");
    handle(new Ferry.Paint("f"));
    assertThat(ferries.load("f").last).isEqualTo("of the subclass");
    assertThat(ferries.load("f").version()).isEqualTo(3);
  }

  @Test
  void a_refusal_stores_nothing_and_comes_as_it_is() throws Exception {
    handle(new Ferry.Launch("f-1", true));

    assertThatThrownBy(() -> handle(new Ferry.Board("f-1", 11)))
        .isInstanceOf(DomainRuleException.class);
    assertThatThrownBy(() -> handle(new Ferry.Sink("f", 1)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("wet");
    assertThat(ferries.load("f-1").version()).isEqualTo(1);
  }

  @Test
  void a_command_for_nobody_is_refused() {
    assertThatThrownBy(() -> handle(new Ferry.Board(null, 1)))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageStartingWith("ORX-4017 Tried to handle a Board without a target: its ferry")
        .hasFieldOrPropertyWithValue("kind", Kind.INVALID);
    assertThatThrownBy(() -> handle(new Ferry.Board(" ", 1)))
        .isInstanceOf(InvalidStreamIdException.class);
  }

  @Test
  void a_handler_tells_what_it_is() {
    AggregateHandler<Ferry> cross =
        type.handlers().stream()
            .filter(each -> each.commandType() == Ferry.Cross.class)
            .findFirst()
            .orElseThrow();

    assertThat(cross.describe())
        .isEqualTo(Ferry.class.getName() + ".cross(Metadata, Cross, Clock, CommandMessage)");
    assertThat(cross.injectedParameters()).singleElement().returns(Clock.class, Parameter::getType);
    assertThat(cross.targetOf(new Ferry.Cross("f"))).isEqualTo("f");
    assertThat(type.handlers())
        .hasSize(8)
        .filteredOn(each -> each.commandType() == Ferry.Paint.class)
        .singleElement()
        .returns(Ferry.class.getName() + ".paint(Paint)", AggregateHandler::describe);
  }

  private CommandBus bus(int attempts) {
    Map<Class<? extends Command>, Route> routes = new HashMap<>();
    handlers()
        .forEach((command, handler) -> routes.put(command, new Route(handler, Object.class, "")));
    UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    Map<String, String> set = Map.of("orchestrix.retry.attempts", String.valueOf(attempts));
    return LocalCommandBus.create(
        routes,
        new TreeMap<>(),
        new CommandServices(
            unitOfWork,
            new Settings(name -> Optional.ofNullable(set.get(name))),
            null,
            Caller.ANONYMOUS,
            new InMemoryIdempotencyStore(unitOfWork),
            new JacksonAnswerCodec(),
            RequestKeys.NONE,
            harbour.metadata(),
            harbour.current,
            harbour.monitor,
            Clock.systemUTC(),
            pause -> {},
            Runnable::run,
            CommandSchedule.NONE,
            null));
  }

  @Test
  void the_loser_of_a_race_decides_again_on_what_is_there_now() {
    ferries.create("f", ferry -> ferry.happen(8));
    harbour.forget();
    AggregateRepository<Ferry> rival = harbour.repository(Ferry.class);
    store.beforeNextAppend = () -> rival.update("f", ferry -> ferry.happen(2));

    assertThatThrownBy(() -> bus(2).send(new Ferry.Board("f", 11)))
        .isInstanceOf(DomainRuleException.class);
    assertThat(bus(2).send(new Ferry.Board("f", 1))).isEqualTo(11);
    assertThat(ferries.load("f").people).isEqualTo(11);
  }

  @Test
  void without_another_attempt_the_loser_is_told() {
    ferries.create("f", ferry -> ferry.happen(1));
    store.beforeNextAppend = () -> ferries.update("f", ferry -> ferry.happen(1));

    assertThatThrownBy(() -> bus(1).send(new Ferry.Board("f", 1)))
        .isInstanceOf(AppendConflictException.class);
  }

  @Test
  void two_that_create_the_same_if_it_is_missing_share_it() {
    UUID id = new UUID(1, 2);
    store.beforeNextAppend = () -> ferries.create(id.toString(), ferry -> ferry.happen(1));

    assertThat(bus(2).send(new Ferry.Chase(id), Long.class)).isEqualTo(2);
  }
}
