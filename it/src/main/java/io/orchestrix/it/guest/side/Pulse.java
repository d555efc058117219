package io.orchestrix.it.guest.side;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.command.HandlesCommand;
import java.time.Clock;

/** Handles its command itself, with a parameter that is injected. */
@Aggregate("pulse")
public class Pulse extends AggregateRoot {
  private long beats;

  @Creates(Creation.IF_MISSING)
  long beat(@HandlesCommand Beat command, Clock clock) {
    apply(new Beaten(command.pulseId(), clock.instant()));
    return beats;
  }

  void when(Beaten event) {
    beats++;
  }

  public long beats() {
    return beats;
  }
}
