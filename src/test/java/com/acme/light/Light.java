package com.acme.light;

import com.acme.light.LightCommand.FitBulb;
import com.acme.light.LightCommand.SwitchOff;
import com.acme.light.LightCommand.SwitchOn;
import com.acme.light.LightEvent.BulbBlown;
import com.acme.light.LightEvent.BulbFitted;
import com.acme.light.LightEvent.SwitchedOff;
import com.acme.light.LightEvent.SwitchedOn;
import com.acme.light.LightState.Blown;
import com.acme.light.LightState.NoBulb;
import com.acme.light.LightState.Working;
import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.aggregate.Snapshots;
import java.util.List;

/** A light, decided by functions. */
@Snapshots(every = 100)
@Aggregate("light")
class Light implements Decider<LightCommand, LightState, LightEvent> {

  @Override
  public LightState initial() {
    return new NoBulb();
  }

  @Override
  public List<LightEvent> decide(LightCommand command, LightState state) {
    if (command instanceof FitBulb fit && state instanceof NoBulb) {
      return List.of(new BulbFitted(fit.uses()));
    }
    if (command instanceof SwitchOn && state instanceof Working light && !light.isOn()) {
      return List.of(light.usesLeft() > 0 ? new SwitchedOn() : new BulbBlown());
    }
    if (command instanceof SwitchOff && state instanceof Working light && light.isOn()) {
      return List.of(new SwitchedOff());
    }
    if (command instanceof FitBulb) {
      throw new DomainRuleException("one-bulb", "There is a bulb already.");
    }
    return List.of();
  }

  @Override
  public LightState evolve(LightState state, LightEvent event) {
    if (event instanceof BulbFitted fitted) {
      return new Working(false, fitted.uses());
    }
    if (event instanceof BulbBlown) {
      return new Blown();
    }
    Working light = (Working) state;
    return event instanceof SwitchedOn
        ? new Working(true, light.usesLeft() - 1)
        : new Working(false, light.usesLeft());
  }

  @Override
  public boolean isTerminal(LightState state) {
    return state instanceof Blown;
  }
}
