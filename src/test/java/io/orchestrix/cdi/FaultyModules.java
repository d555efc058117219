package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.module.Module;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Modules with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultyModules {

  private static final String HERE = FaultyModules.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("module without a name", Nameless.class)
            .isRefusedWith("ORX-6023", HERE + "Nameless", "@Module"),
        FaultyDeployment.of("two modules of one name", OfAsk.class, Namesake.class)
            .isRefusedWith("ORX-6024", HERE + "OfAsk", HERE + "Namesake", "'ask'"),
        FaultyDeployment.of("module that throws", Throwing.class)
            .isRefusedWith("ORX-6025", HERE + "Throwing", "IllegalStateException: not today"),
        FaultyDeployment.of("module that asks for the bus", AskingForBus.class)
            .isRefusedWith("ORX-6025", HERE + "AskingForBus", "from its ModuleRegistration"),
        FaultyDeployment.of(
                "module that asks for a repository",
                AskingForRepository.class,
                FaultyAggregateHandlers.Sound.class)
            .isRefusedWith("ORX-6025", HERE + "AskingForRepository", "from its ModuleRegistration"),
        FaultyDeployment.of("a bean and a module for one command", OfAsk.class, Asking.class)
            .isRefusedWith("ORX-6001", HERE + "Asking.ask(Ask)", HERE + "OfAsk(Ask)"),
        FaultyDeployment.of("two modules for one command", OfAsk.class, AlsoOfAsk.class)
            .isRefusedWith("ORX-6001", HERE + "OfAsk(Ask)", HERE + "AlsoOfAsk(Ask)"),
        FaultyDeployment.of(
                "an aggregate and its module for one command",
                OfSound.class,
                FaultyAggregateHandlers.Sound.class)
            .isRefusedWith(
                "ORX-6001",
                FaultyAggregateHandlers.Sound.class.getName() + ".open(Open)",
                HERE + "OfSound(Open)"),
        FaultyDeployment.of("module with a faulty aggregate", OfFaultyAggregate.class)
            .isRefusedWith("ORX-4020", "Static.open(Open)", "is static"),
        FaultyDeployment.of("module with an object without handlers", OfNothing.class)
            .isRefusedWith("ORX-8001", "java.lang.String"),
        FaultyDeployment.of("module with a static handler", OfStatic.class)
            .isRefusedWith("ORX-8002", HERE + "StaticHandler.ask"),
        FaultyDeployment.of("two access rules on what a module handles", OfTwoRules.class)
            .isRefusedWith("ORX-6026", FaultyCommandSide.TwoRules.class.getName()),
        FaultyDeployment.of("wrong value for what a module handles", OfAsk.class)
            .with("orchestrix.command.Ask.timeout", "soon")
            .isRefusedWith("ORX-5001", "orchestrix.command.Ask.timeout is 'soon'"));
  }

  record Ask() implements Command {}

  @ApplicationScoped
  static class Asking {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Nameless implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {}
  }

  @Module("ask")
  @ApplicationScoped
  static class OfAsk implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.handles(Ask.class, command -> {});
    }
  }

  @Module("ask")
  @ApplicationScoped
  static class Namesake extends Nameless {}

  @Module("also")
  @ApplicationScoped
  static class AlsoOfAsk implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.handles(Ask.class, command -> {});
    }
  }

  @Module("throwing")
  @ApplicationScoped
  static class Throwing implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      throw new IllegalStateException("not today");
    }
  }

  @Module("asking")
  @ApplicationScoped
  static class AskingForBus extends Nameless {
    @Inject CommandBus commands;
  }

  @Module("asking")
  @Dependent
  static class AskingForRepository extends Nameless {
    @Inject AggregateRepository<FaultyAggregateHandlers.Sound> repository;
  }

  @Module("sound")
  @ApplicationScoped
  static class OfSound implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.aggregate(FaultyAggregateHandlers.Sound.class);
      module.handles(FaultyAggregateHandlers.Open.class, command -> {});
    }
  }

  @Module("faulty")
  @ApplicationScoped
  static class OfFaultyAggregate implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.aggregate(FaultyAggregateHandlers.Static.class);
    }
  }

  @Module("nothing")
  @ApplicationScoped
  static class OfNothing implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.handlers("nothing");
    }
  }

  static class StaticHandler {
    static void ask(@HandlesCommand Ask command) {}
  }

  @Module("static")
  @ApplicationScoped
  static class OfStatic implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.handlers(new StaticHandler());
    }
  }

  @Module("rules")
  @ApplicationScoped
  static class OfTwoRules implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      module.handles(FaultyCommandSide.TwoRules.class, command -> {});
    }
  }

  private FaultyModules() {}
}
