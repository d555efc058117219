package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Asynchronous;

/** Aggregates and deciders that handle commands, with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class FaultyAggregateHandlers {

  private static final String HERE = FaultyAggregateHandlers.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("command for no aggregate", OfAsk.class)
            .isRefusedWith(
                "ORX-4018", HERE + "OfAsk.ask(Ask) handles " + HERE + "Ask", "no @TargetId"),
        FaultyDeployment.of("command for two aggregates", OfTransfer.class)
            .isRefusedWith(
                "ORX-4018", HERE + "OfTransfer.ask(Transfer)", "which has @TargetId on "),
        FaultyDeployment.of("target without a text", OfList.class)
            .isRefusedWith("ORX-4018", HERE + "OfList.ask(AskAll)", "a List has no text"),
        FaultyDeployment.of("two commands in one method of an aggregate", OfTwo.class)
            .isRefusedWith("ORX-4019", HERE + "OfTwo.both(Open, Close)"),
        FaultyDeployment.of("static handler of an aggregate", Static.class)
            .isRefusedWith("ORX-4020", HERE + "Static.open(Open)", "is static"),
        FaultyDeployment.of("handler whose mark is lost", LostMark.class, Marking.class)
            .isRefusedWith("ORX-4020", "open(Open)", "is not marked"),
        FaultyDeployment.of("aggregate that handles a choice", OfChoice.class)
            .isRefusedWith("ORX-4021", HERE + "OfChoice.ask(Choice)", "a method for each"),
        FaultyDeployment.of("two handlers in one aggregate", Twice.class)
            .isRefusedWith(
                "ORX-4022", HERE + "Twice.alsoOpen(Open)", HERE + "Twice.open(Open)", "Open"),
        FaultyDeployment.of("@Creates without a command", CreatingNothing.class)
            .isRefusedWith("ORX-4023", HERE + "CreatingNothing.open()"),
        FaultyDeployment.of("aggregate that answers later", Later.class)
            .isRefusedWith("ORX-4024", HERE + "Later.open(Open)", "CompletionStage"),
        FaultyDeployment.of("aggregate on another thread", Elsewhere.class)
            .isRefusedWith("ORX-4024", HERE + "Elsewhere.open(Open)", "@Asynchronous"),
        FaultyDeployment.of("handler by the name of when", When.class)
            .isRefusedWith("ORX-4025", HERE + "When.when(Open)", "is named when"),
        FaultyDeployment.of("handler in a decider", HandlingDecider.class)
            .isRefusedWith("ORX-4025", HERE + "HandlingDecider.open(Open)", "is in a Decider"),
        FaultyDeployment.of("decider of type variables", OfVariables.class)
            .isRefusedWith("ORX-4028", HERE + "OfVariables", "<C, java.lang.String, E>"),
        FaultyDeployment.of("decider of unknown commands", OfAnyCommand.class)
            .isRefusedWith("ORX-4029", HERE + "OfAnyCommand", "io.orchestrix.message.Command"),
        FaultyDeployment.of("decider of unknown events", OfAnyEvent.class)
            .isRefusedWith("ORX-4029", HERE + "OfAnyEvent", "io.orchestrix.message.Event"),
        FaultyDeployment.of("decider of commands without a target", OfAsking.class)
            .isRefusedWith("ORX-4018", HERE + "OfAsking.decide(Ask)"),
        FaultyDeployment.of("a parameter of an aggregate that nobody provides", Needy.class)
            .isRefusedWith("ORX-6005", "parameter 2 of " + HERE + "Needy.open(Open, Missing)"),
        FaultyDeployment.of("a bean and an aggregate for one command", Opener.class, Sound.class)
            .isRefusedWith("ORX-6001", HERE + "Opener.open(Open)", HERE + "Sound.open(Open)"),
        FaultyDeployment.of("two aggregates for one command", Sound.class, AlsoSound.class)
            .isRefusedWith("ORX-6001", HERE + "Sound.open(Open)", HERE + "AlsoSound.open(Open)"),
        FaultyDeployment.of("a decider and a bean for one command", Sure.class, Opener.class)
            .isRefusedWith("ORX-6001", HERE + "Sure.decide(Open)", HERE + "Opener.open(Open)"));
  }

  record Ask() implements Command {}

  record Open(@TargetId String id) implements Command {}

  record Close(@TargetId String id) implements Command {}

  record Transfer(@TargetId String from, @TargetId String to) implements Command {}

  record AskAll(@TargetId List<String> ids) implements Command {}

  sealed interface Choice extends Command permits One {}

  record One(@TargetId String id) implements Choice {}

  record Opened() implements Event {}

  interface Missing {}

  @Aggregate("of-ask")
  static class OfAsk extends AggregateRoot {
    void ask(@HandlesCommand Ask command) {}
  }

  @Aggregate("of-transfer")
  static class OfTransfer extends AggregateRoot {
    void ask(@HandlesCommand Transfer command) {}
  }

  @Aggregate("of-list")
  static class OfList extends AggregateRoot {
    void ask(@HandlesCommand AskAll command) {}
  }

  @Aggregate("of-two")
  static class OfTwo extends AggregateRoot {
    void both(@HandlesCommand Open open, @HandlesCommand Close close) {}
  }

  @Aggregate("static")
  static class Static extends AggregateRoot {
    static void open(@HandlesCommand Open command) {}
  }

  abstract static class Marking extends AggregateRoot {
    abstract void open(@HandlesCommand Open command);
  }

  @Aggregate("lost-mark")
  static class LostMark extends Marking {
    @Override
    void open(Open command) {}
  }

  @Aggregate("of-choice")
  static class OfChoice extends AggregateRoot {
    void ask(@HandlesCommand Choice command) {}
  }

  @Aggregate("twice")
  static class Twice extends AggregateRoot {
    void open(@HandlesCommand Open command) {}

    void alsoOpen(@HandlesCommand Open command) {}
  }

  @Aggregate("creating-nothing")
  static class CreatingNothing extends AggregateRoot {
    @Creates
    void open() {}
  }

  @Aggregate("later")
  static class Later extends AggregateRoot {
    CompletionStage<String> open(@HandlesCommand Open command) {
      return CompletableFuture.completedStage("opened");
    }
  }

  @Aggregate("elsewhere")
  static class Elsewhere extends AggregateRoot {
    @Asynchronous
    void open(@HandlesCommand Open command) {}
  }

  @Aggregate("when")
  static class When extends AggregateRoot {
    void when(@HandlesCommand Open command) {}
  }

  @Aggregate("needy")
  static class Needy extends AggregateRoot {
    void open(@HandlesCommand Open command, Missing missing) {}
  }

  @Aggregate("sound")
  static class Sound extends AggregateRoot {
    void open(@HandlesCommand Open command) {}
  }

  @Aggregate("also-sound")
  static class AlsoSound extends AggregateRoot {
    void open(@HandlesCommand Open command) {}
  }

  @ApplicationScoped
  static class Opener {
    void open(@HandlesCommand Open command) {}
  }

  /** Decides nothing. */
  abstract static class Deciding<C extends Command, E extends Event>
      implements Decider<C, String, E> {
    @Override
    public String initial() {
      return "";
    }

    @Override
    public List<E> decide(C command, String state) {
      return List.of();
    }

    @Override
    public String evolve(String state, E event) {
      return state;
    }
  }

  @Aggregate("handling-decider")
  static class HandlingDecider extends Deciding<Close, Opened> {
    void open(@HandlesCommand Open command) {}
  }

  @Aggregate("of-variables")
  static class OfVariables<C extends Command, E extends Event> extends Deciding<C, E> {}

  @Aggregate("of-any-command")
  static class OfAnyCommand extends Deciding<Command, Opened> {}

  @Aggregate("of-any-event")
  static class OfAnyEvent extends Deciding<Open, Event> {}

  @Aggregate("of-asking")
  static class OfAsking extends Deciding<Ask, Opened> {}

  @Aggregate("sure")
  static class Sure extends Deciding<Open, Opened> {}

  private FaultyAggregateHandlers() {}
}
