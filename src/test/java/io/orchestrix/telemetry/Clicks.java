package io.orchestrix.telemetry;

import io.orchestrix.message.Event;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;

/** A read model that is nowhere, and refuses some. */
@Projection("clicks")
@OnFailure(attempts = 1)
public class Clicks {

  /** Somebody has clicked. */
  public record Clicked(boolean isBad) implements Event {}

  void clicked(@HandlesEvent Clicked event) {
    if (event.isBad()) {
      throw new IllegalArgumentException("bad");
    }
  }
}
