package io.orchestrix.it.guest.side;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Decider;
import java.util.List;

/** A light as three functions. */
@Aggregate("light")
public class Light implements Decider<SwitchLight, LightState, LightSwitched> {

  @Override
  public LightState initial() {
    return new LightState(false);
  }

  @Override
  public List<LightSwitched> decide(SwitchLight command, LightState state) {
    return command.on() == state.on() ? List.of() : List.of(new LightSwitched(command.on()));
  }

  @Override
  public LightState evolve(LightState state, LightSwitched event) {
    return new LightState(event.on());
  }
}
