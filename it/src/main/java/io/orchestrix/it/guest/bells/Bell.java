package io.orchestrix.it.guest.bells;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Knows when it has rung. */
@Aggregate("bell")
public class Bell extends AggregateRoot {
  private final List<Instant> times = new ArrayList<>();

  void ring(Instant at) {
    apply(new Rung(id(), at, System.getProperty("orchestrix.node", "")));
  }

  void when(Rung event) {
    times.add(event.at());
  }

  /** When its handlers began, in the order in which they committed. */
  public List<Instant> times() {
    return List.copyOf(times);
  }
}
