package io.orchestrix.cdi.stations;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** An aggregate that belongs to the module of its package. */
@Aggregate("station")
public class Station extends AggregateRoot {

  /** It is there. */
  @EventType(value = "station-built", revision = 2)
  public record Built(String name) implements Event {}

  /** Makes one. */
  public record Build(@TargetId String station) implements Command {}

  private String name = "";

  @Creates
  String build(@HandlesCommand Build command) {
    apply(new Built(command.station()));
    return name;
  }

  void when(Built event) {
    name = event.name();
  }
}
