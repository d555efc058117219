package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Snapshots;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.util.stream.Stream;

/** Aggregates with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "ClassCanBeStatic"})
final class FaultyAggregates {

  private static final String HERE = FaultyAggregates.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("no aggregate root", Rootless.class)
            .isRefusedWith("ORX-4004", HERE + "Rootless"),
        FaultyDeployment.of("abstract aggregate", AbstractAggregate.class)
            .isRefusedWith("ORX-4004", HERE + "AbstractAggregate"),
        FaultyDeployment.of("a record as aggregate", RecordAggregate.class)
            .isRefusedWith("ORX-4004", HERE + "RecordAggregate"),
        FaultyDeployment.of("an enum as aggregate", EnumAggregate.class)
            .isRefusedWith("ORX-4004", HERE + "EnumAggregate"),
        FaultyDeployment.of("an interface as aggregate", InterfaceAggregate.class)
            .isRefusedWith("ORX-4004", HERE + "InterfaceAggregate"),
        FaultyDeployment.of("aggregate that cannot be made", NeedyAggregate.class)
            .isRefusedWith("ORX-4005", HERE + "NeedyAggregate", "no constructor without"),
        FaultyDeployment.of("aggregate as an inner class", InnerAggregate.class)
            .isRefusedWith("ORX-4005", HERE + "InnerAggregate", "inner class", "Make it static"),
        FaultyDeployment.of("bad category", BadCategory.class)
            .isRefusedWith("ORX-4006", HERE + "BadCategory", "'not a/category'"),
        FaultyDeployment.of("static when method", StaticWhen.class)
            .isRefusedWith("ORX-4008", HERE + "StaticWhen.when(Happened)", "static"),
        FaultyDeployment.of("when method of two parameters", WhenOfTwo.class)
            .isRefusedWith(
                "ORX-4008",
                HERE + "WhenOfTwo.when(Happened, String) takes",
                "other than one event"),
        FaultyDeployment.of("when method of a command", WhenOfCommand.class)
            .isRefusedWith("ORX-4008", HERE + "WhenOfCommand.when(Ask)", "one event"),
        FaultyDeployment.of("when method of anything", WhenOfObject.class)
            .isRefusedWith("ORX-4008", HERE + "WhenOfObject.when(Object)", "one event"),
        FaultyDeployment.of("when method that may fail", FailingWhen.class)
            .isRefusedWith("ORX-4008", HERE + "FailingWhen.when(Happened)", "IOException"),
        FaultyDeployment.of("two when methods for one event", AmbiguousWhen.class)
            .isRefusedWith(
                "ORX-4009",
                HERE + "AmbiguousWhen",
                "when(Good)",
                "when(Visible)",
                HERE + "Seen",
                "a method when(Seen)"),
        FaultyDeployment.of("snapshots of no kind", SnapshotsOfNoKind.class)
            .isRefusedWith("ORX-4010", HERE + "SnapshotsOfNoKind", "does not say when"),
        FaultyDeployment.of("snapshots of two kinds", SnapshotsOfTwoKinds.class)
            .isRefusedWith("ORX-4010", HERE + "SnapshotsOfTwoKinds", "both every and ifLoadTakes"),
        FaultyDeployment.of("snapshots after less than an event", SnapshotsOfNoEvents.class)
            .isRefusedWith("ORX-4010", HERE + "SnapshotsOfNoEvents", "every = -1"),
        FaultyDeployment.of("snapshots after no duration", SnapshotsOfNoDuration.class)
            .isRefusedWith("ORX-4010", HERE + "SnapshotsOfNoDuration", "\"50ms\"", "no duration"),
        FaultyDeployment.of("snapshots after no time", SnapshotsOfNoTime.class)
            .isRefusedWith("ORX-4010", HERE + "SnapshotsOfNoTime", "\"PT0S\""),
        FaultyDeployment.of("one category twice", OneThing.class, OtherThing.class)
            .isRefusedWith("ORX-6006", HERE + "OneThing", HERE + "OtherThing", "'thing'"),
        FaultyDeployment.of("aggregate with a scope", ScopedAggregate.class)
            .isRefusedWith("ORX-6013", HERE + "ScopedAggregate", "@RequestScoped"));
  }

  record Ask() implements Command {}

  record Happened() implements Event {}

  sealed interface Good extends Event permits Seen {}

  sealed interface Visible extends Event permits Seen {}

  record Seen() implements Good, Visible {}

  @Aggregate("rootless")
  static class Rootless {}

  @Aggregate("abstract")
  abstract static class AbstractAggregate extends AggregateRoot {}

  @Aggregate("record")
  record RecordAggregate() {}

  @Aggregate("enum")
  enum EnumAggregate {
    INSTANCE
  }

  @Aggregate("interface")
  interface InterfaceAggregate {}

  @Aggregate("needy")
  static class NeedyAggregate extends AggregateRoot {
    NeedyAggregate(String name) {}
  }

  @Aggregate("inner")
  class InnerAggregate extends AggregateRoot {}

  @Aggregate("not a/category")
  static class BadCategory extends AggregateRoot {}

  @Aggregate("static-when")
  static class StaticWhen extends AggregateRoot {
    private static void when(Happened event) {}
  }

  @Aggregate("when-of-two")
  static class WhenOfTwo extends AggregateRoot {
    void when(Happened event, String text) {}
  }

  @Aggregate("when-of-command")
  static class WhenOfCommand extends AggregateRoot {
    void when(Ask command) {}
  }

  @Aggregate("when-of-object")
  static class WhenOfObject extends AggregateRoot {
    void when(Object event) {}
  }

  @Aggregate("failing-when")
  static class FailingWhen extends AggregateRoot {
    void when(Happened event) throws IOException {
      throw new IOException("no");
    }
  }

  @Aggregate("ambiguous-when")
  static class AmbiguousWhen extends AggregateRoot {
    void when(Good event) {}

    void when(Visible event) {}
  }

  @Snapshots
  @Aggregate("snapshots-of-no-kind")
  static class SnapshotsOfNoKind extends AggregateRoot {}

  @Snapshots(every = 1, ifLoadTakes = "PT1S")
  @Aggregate("snapshots-of-two-kinds")
  static class SnapshotsOfTwoKinds extends AggregateRoot {}

  @Snapshots(every = -1)
  @Aggregate("snapshots-of-no-events")
  static class SnapshotsOfNoEvents extends AggregateRoot {}

  @Snapshots(ifLoadTakes = "50ms")
  @Aggregate("snapshots-of-no-duration")
  static class SnapshotsOfNoDuration extends AggregateRoot {}

  @Snapshots(ifLoadTakes = "PT0S")
  @Aggregate("snapshots-of-no-time")
  static class SnapshotsOfNoTime extends AggregateRoot {}

  @Aggregate("thing")
  static class OneThing extends AggregateRoot {}

  @Aggregate("thing")
  static class OtherThing extends AggregateRoot {}

  @RequestScoped
  @Aggregate("scoped")
  static class ScopedAggregate extends AggregateRoot {}

  private FaultyAggregates() {}
}
