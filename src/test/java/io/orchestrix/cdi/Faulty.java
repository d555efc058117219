package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** Classes with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
final class Faulty {

  record Ask() implements Command {}

  record Tell() implements Command {}

  interface Missing {}

  @ApplicationScoped
  static class FirstHandler {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class SecondHandler {
    void alsoAsk(@HandlesCommand Ask command, Missing missing) {}
  }

  @ApplicationScoped
  static class PrivateHandler {
    private void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class StaticHandler {
    static void ask(@HandlesCommand Ask command) {}
  }

  @Typed(Missing.class)
  @ApplicationScoped
  static class HiddenHandler implements Missing {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class HandlerOfText {
    void ask(@HandlesCommand String text) {}
  }

  @ApplicationScoped
  static class HandlerOfAnyCommand {
    void ask(@HandlesCommand Command command) {}
  }

  @ApplicationScoped
  static class HandlerOfTwo {
    void both(@HandlesCommand Ask ask, @HandlesCommand Tell tell) {}
  }

  @ApplicationScoped
  static class HandlerWithMissingBean {
    void ask(@HandlesCommand Ask command, Missing missing) {}
  }

  @Aggregate("needy")
  static class NeedyAggregate extends AggregateRoot {
    NeedyAggregate(String name) {}
  }

  @Aggregate("rootless")
  static class Rootless {}

  @Aggregate("abstract")
  abstract static class AbstractAggregate extends AggregateRoot {}

  @Aggregate("not a/category")
  static class BadCategory extends AggregateRoot {}

  @Aggregate("thing")
  static class OneThing extends AggregateRoot {}

  @Aggregate("thing")
  static class OtherThing extends AggregateRoot {}

  @EventType("happened")
  record OneEvent() implements Event {}

  @EventType("happened")
  record OtherEvent() implements Event {}

  static class Unknown extends AggregateRoot {}

  @ApplicationScoped
  static class InjectsUnknown {
    @Inject AggregateRepository<Unknown> unknowns;
  }

  private Faulty() {}
}
