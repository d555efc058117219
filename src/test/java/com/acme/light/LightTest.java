package com.acme.light;

import com.acme.light.LightCommand.FitBulb;
import com.acme.light.LightCommand.SwitchOff;
import com.acme.light.LightCommand.SwitchOn;
import com.acme.light.LightEvent.BulbBlown;
import com.acme.light.LightEvent.BulbFitted;
import com.acme.light.LightEvent.SwitchedOn;
import com.acme.light.LightState.Blown;
import com.acme.light.LightState.NoBulb;
import com.acme.light.LightState.Working;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.aggregate.TerminalStateException;
import io.orchestrix.testkit.DeciderFixture;
import org.junit.jupiter.api.Test;

/** What an application tests of a decider. */
class LightTest {

  private final DeciderFixture<LightCommand, LightState, LightEvent> light =
      DeciderFixture.of(Light.class);

  @Test
  void a_bulb_is_used_up() {
    light
        .given(new BulbFitted(1))
        .when(new SwitchOn("hall"))
        .thenEvents(new SwitchedOn())
        .thenState(new Working(true, 0))
        .when(new SwitchOff("hall"))
        .when(new SwitchOn("hall"))
        .thenEvents(new BulbBlown())
        .thenState(new Blown())
        .when(new SwitchOn("hall"))
        .thenFails(TerminalStateException.class);
  }

  @Test
  void without_a_bulb_it_stays_dark() {
    light.when(new SwitchOn("hall")).thenNoEvents().thenState(new NoBulb());
  }

  @Test
  void there_is_one_bulb() {
    light
        .givenCommands(new FitBulb("hall", 10))
        .when(new FitBulb("hall", 5))
        .thenFails(DomainRuleException.class)
        .thenState(new Working(false, 10));
  }
}
