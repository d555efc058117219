package io.orchestrix.aggregate;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An aggregate that handles commands in every way that there is. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable", "unused"}) // called by type
@Aggregate("ferry")
class Ferry extends Floating implements Floating.Anchored {

  record Moored(String by) implements Event {}

  record Launch(@TargetId String ferry, boolean really) implements Command {}

  record Board(@TargetId @Nullable String ferry, int people) implements Command {}

  record Chase(@TargetId UUID id) implements Command {}

  record Cross(@TargetId String ferry) implements Command {}

  record Paint(@TargetId String ferry) implements Command {}

  /** Says for all below it which ferry is meant. */
  interface OfFerry extends Command {
    @TargetId
    String ferry();
  }

  record Moor(String ferry) implements OfFerry {}

  record Anchor(String ferry) implements OfFerry {}

  record Sink(String line, int number) implements Command {
    @TargetId
    private String target() {
      return line + "-" + number;
    }
  }

  int people;
  String last = "";

  @Creates
  private void launch(@HandlesCommand Launch command) {
    if (command.really()) {
      apply(new Moored("launch"));
    }
  }

  private int board(@HandlesCommand Board command) {
    if (command.people() > 10) {
      throw new DomainRuleException("capacity", "It takes 10.");
    }
    for (int i = 0; i < command.people(); i++) {
      apply(new Ship.Sailed());
    }
    return people;
  }

  @Creates(Creation.IF_MISSING)
  long chase(@HandlesCommand Chase command) {
    apply(new Ship.Sailed());
    return version();
  }

  String cross(Metadata metadata, @HandlesCommand Cross command, Clock clock, CommandMessage all) {
    apply(new Moored(clock.instant().toString()));
    return metadata.type() + " " + (all.payload() == command);
  }

  @Creates(Creation.NEVER)
  void sink(@HandlesCommand Sink command) throws IOException {
    throw new IOException("wet");
  }

  @Override
  void paint(@HandlesCommand Paint command) {
    apply(new Moored("of the subclass"));
  }

  void happen(int people) {
    for (int i = 0; i < people; i++) {
      apply(new Ship.Sailed());
    }
  }

  void when(Ship.Sailed event) {
    people++;
  }

  void when(Moored event) {
    last = event.by();
  }
}
