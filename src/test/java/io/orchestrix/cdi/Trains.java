package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.cdi.Light.LightCommand;
import io.orchestrix.cdi.Light.LightEvent;
import io.orchestrix.cdi.Light.LightState;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Upcaster;
import io.orchestrix.module.Module;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A module that is wired by code, as a bean. */
@Module("trains")
@ApplicationScoped
class Trains implements ModuleWiring {

  static final List<String> LOG = new CopyOnWriteArrayList<>();

  @EventType(revision = 2)
  record Departed(String where, int late) implements Event {}

  record Whistled(String why) implements Event {}

  record Depart(@TargetId String train, String where) implements Command {}

  record Announce(@TargetId String train) implements Command {}

  record Count(String train) implements Command {}

  record Whistle(String train) implements Command {}

  record Print(String text) implements Command {}

  record Report() implements Command {}

  @Aggregate("train")
  static class Train extends AggregateRoot {
    String where = "";

    @Creates
    void depart(@HandlesCommand Depart command) {
      apply(new Departed(command.where(), 0));
    }

    String announce(@HandlesCommand Announce command, Parcel.Scales scales, Parcel.Stamp stamp) {
      stamp.stamp();
      return where + scales.weigh(where);
    }

    void when(Departed event) {
      where = event.where();
    }
  }

  /** Handlers of an object that is no bean. */
  static class Printer {
    String print(
        @HandlesCommand Print command,
        Parcel.Scales scales,
        Parcel.Stamp stamp,
        @Parcel.Marked String mark) {
      stamp.stamp();
      return command.text() + scales.weigh(command.text()) + mark;
    }

    void report(@HandlesCommand Report command, Metadata metadata) {
      LOG.add("caused by " + metadata.causationId());
    }
  }

  @Inject Parcel.Scales scales; // what a module may ask for

  @Override
  public void register(ModuleRegistration module) {
    AggregateRepository<Train> trains = module.aggregate(Train.class);
    AggregateRepository<Decided<LightCommand, LightState, LightEvent>> lights =
        module.decider(Light.class);
    module.handles(
        Count.class,
        Long.class,
        command -> scales.weigh("") + trains.load(command.train()).version());
    module.handles(
        Whistle.class,
        command -> {
          LOG.add("whistled");
          module.commands().send(new Light.SwitchOn(command.train()));
          LOG.add(lights.load(command.train()).state().toString());
        });
    module.handlers(new Printer());
    module.observes(
        Departed.class,
        (departed, recorded) -> {
          LOG.add("departed at " + recorded.version());
          module.commands().send(new Whistle(recorded.stream().key()));
          module.commands().send(new Report());
        });
    module.observes(Event.class, event -> LOG.add(event.getClass().getSimpleName()));
    module.event(Whistled.class);
    module.upcaster(
        Upcaster.of("Departed", 1, old -> Json.createObjectBuilder(old).add("late", 1).build()));
  }
}
