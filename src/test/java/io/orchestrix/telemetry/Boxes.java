package io.orchestrix.telemetry;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.projection.Projection;
import io.orchestrix.saga.Correlate;
import io.orchestrix.saga.Saga;
import io.orchestrix.saga.StartsOn;
import io.orchestrix.saga.Step;
import io.orchestrix.subscription.HandlesEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Things go from one box to another: an application whose traces are looked at. */
final class Boxes implements ModuleWiring {

  static final String SECRET = "crown jewels";

  record Move(String what, String from, String to) implements Command {}

  record Take(String box, String what) implements Command {}

  record Put(String box, String what) implements Command {}

  record MoveAsked(String what, String from, String to) implements Event {}

  record Taken(String box, String what) implements Event {}

  record Filled(String box, String what) implements Event {}

  record Dusting(String box) {}

  @Aggregate("box")
  static class Box extends AggregateRoot {

    void say(Event event) {
      apply(event);
    }

    void when(MoveAsked event) {
      // nothing depends on it
    }

    void when(Taken event) {
      // nor on this
    }

    void when(Filled event) {
      // nor on this
    }
  }

  @Saga("moving")
  static class Moving {

    record State(String what, String from, String to) {}

    @StartsOn
    @Correlate("what")
    State start(@HandlesEvent MoveAsked event) {
      return new State(event.what(), event.from(), event.to());
    }

    @Step(order = 1)
    Command take(State state) {
      return new Take(state.from(), state.what());
    }

    @Step(order = 2)
    Command put(State state) {
      return new Put(state.to(), state.what());
    }
  }

  /** What is in boxes now. */
  @Projection("contents")
  static class Contents {
    final List<String> filled = new CopyOnWriteArrayList<>();

    void taken(@HandlesEvent Taken event) {
      filled.remove(event.what());
    }

    void filled(@HandlesEvent Filled event) {
      filled.add(event.what());
    }
  }

  /** What was dusted. */
  static class Duster {
    final List<String> done = new CopyOnWriteArrayList<>();

    void dust(@HandlesDeadline Dusting due) {
      done.add(due.box());
    }
  }

  final Contents contents = new Contents();
  final Duster duster = new Duster();

  @Override
  public void register(ModuleRegistration module) {
    AggregateRepository<Box> boxes = module.aggregate(Box.class);
    module.handles(
        Move.class,
        move ->
            boxes.updateOrCreate(
                move.what(), box -> box.say(new MoveAsked(move.what(), move.from(), move.to()))));
    module.handles(
        Take.class, take -> boxes.updateOrCreate(take.box(), box -> box.say(taken(take))));
    module.handles(
        Put.class,
        put -> boxes.updateOrCreate(put.box(), box -> box.say(new Filled(put.box(), put.what()))));
    module.saga(new Moving());
    module.projection(contents);
    module.handlers(duster);
  }

  private static Taken taken(Take take) {
    if (take.what().equals(SECRET)) {
      throw new DomainRuleException("guarded", "Nobody takes the " + SECRET + ".");
    }
    return new Taken(take.box(), take.what());
  }
}
