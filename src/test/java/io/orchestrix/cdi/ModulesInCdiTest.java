package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.cdi.stations.Station;
import io.orchestrix.cdi.stations.Timetable;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Catalog.AggregateEntry;
import io.orchestrix.module.Catalog.CommandEntry;
import io.orchestrix.module.Catalog.EventEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ModulesInCdiTest {

  /** Whether discovery sees the aggregates that the module registers as well. */
  enum Discovery {
    SEES_THEM,
    DOES_NOT
  }

  private static final Map<Discovery, Container> STARTED = new EnumMap<>(Discovery.class);

  private final Container container;
  private final CommandBus commands;
  private final Catalog catalog;
  private final String id = UUID.randomUUID().toString();

  ModulesInCdiTest(Discovery discovery) {
    container = STARTED.computeIfAbsent(discovery, ModulesInCdiTest::start);
    commands = container.get(CommandBus.class);
    catalog = container.get(Catalog.class);
  }

  private static Container start(Discovery discovery) {
    Class<?>[] always = {
      Trains.class, Parcel.Scales.class, Parcel.Stamp.class, Station.class, Timetable.class
    };
    Class<?>[] with = {
      Trains.class,
      Parcel.Scales.class,
      Parcel.Stamp.class,
      Station.class,
      Timetable.class,
      Trains.Train.class,
      Light.class
    };
    return Container.start(TestDatabase.h2(), discovery == Discovery.SEES_THEM ? with : always);
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(Container::close);
    STARTED.clear();
  }

  @BeforeEach
  void clearLogs() {
    Trains.LOG.clear();
    Parcel.LOG.clear();
  }

  @Test
  void what_a_module_registers_works_together() {
    commands.send(new Trains.Depart(id, "Paris"));

    assertThat(Trains.LOG)
        .startsWith("departed at 1", "whistled")
        .containsOnlyOnce("Departed", "SwitchedOn", "On[used=1]")
        .hasSize(6);
    assertThat(commands.send(new Trains.Count(id), Long.class)).isEqualTo(1);
  }

  @Test
  void what_follows_a_registered_observer_names_the_event_as_its_cause() {
    commands.send(new Trains.Depart(id, "Paris"));

    RecordedEvent departed =
        container.get(EventStore.class).read(new StreamId("train", id)).findFirst().orElseThrow();
    assertThat(Trains.LOG).contains("caused by " + departed.metadata().id());
  }

  @Test
  void further_parameters_of_what_it_registers_are_beans_that_are_released_after_the_call() {
    commands.send(new Trains.Depart(id, "Paris"));

    assertThat(commands.send(new Trains.Announce(id))).isEqualTo("Paris5");
    assertThat(Parcel.LOG).containsExactly("stamped", "stamp destroyed");
    assertThat(commands.send(new Trains.Print("tickets"))).isEqualTo("tickets7marked");
    assertThat(Parcel.LOG)
        .containsExactly("stamped", "stamp destroyed", "stamped", "stamp destroyed");
  }

  @Test
  void its_upcasters_and_events_are_known() {
    EventFormat format = container.get(EventFormat.class);

    assertThat(format.decode(new StoredPayload("Departed", 1, "{\"where\":\"Rome\"}")))
        .containsExactly(new Trains.Departed("Rome", 1));
    assertThat(format.decode(new StoredPayload("Whistled", 1, "{\"why\":\"fog\"}")))
        .containsExactly(new Trains.Whistled("fog"));
  }

  @Test
  void the_catalogue_tells_the_commands_and_who_handles_them() {
    String trains = Trains.class.getName();
    assertThat(catalog.commands())
        .extracting(CommandEntry::name, CommandEntry::module, CommandEntry::answer)
        .containsExactly(
            tuple("Announce", "trains", "java.lang.String"),
            tuple("Ask", "stations", "java.util.List<java.lang.String>"),
            tuple("Build", "stations", "java.lang.String"),
            tuple("Count", "trains", "java.lang.Long"),
            tuple("Depart", "trains", "void"),
            tuple("Print", "trains", "java.lang.String"),
            tuple("Report", "trains", "void"),
            tuple("Smash", "trains", Light.LightState.class.getName()),
            tuple("SwitchOff", "trains", Light.LightState.class.getName()),
            tuple("SwitchOn", "trains", Light.LightState.class.getName()),
            tuple("Whistle", "trains", "void"));
    assertThat(catalog.commands())
        .contains(
            new CommandEntry(
                "Depart", trains + "$Depart", "trains", trains + "$Train.depart(Depart)", "void"),
            new CommandEntry(
                "Count", trains + "$Count", "trains", trains + "(Count)", "java.lang.Long"));
  }

  @Test
  void the_catalogue_tells_the_events_and_aggregates() {
    assertThat(catalog.events())
        .contains(
            new EventEntry("station-built", 2, Station.Built.class.getName(), "stations"),
            new EventEntry("Departed", 2, Trains.Departed.class.getName(), "trains"),
            new EventEntry("Whistled", 1, Trains.Whistled.class.getName(), "trains"),
            new EventEntry("SwitchedOn", 1, Light.SwitchedOn.class.getName(), ""))
        .hasSize(6);
    assertThat(catalog.aggregates())
        .extracting(AggregateEntry::category, AggregateEntry::className, AggregateEntry::events)
        .containsExactly(
            tuple("light", Light.class.getName(), List.of("Smashed", "SwitchedOff", "SwitchedOn")),
            tuple("station", Station.class.getName(), List.of("station-built")),
            tuple("train", Trains.Train.class.getName(), List.of("Departed")));
    assertThat(catalog.modules()).containsExactly("stations", "trains");
  }
}
