package com.acme.light;

import com.acme.light.LightCommand.SwitchOff;
import com.acme.light.LightState.Working;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Looks at lights, and decides on them without the bus. */
@ApplicationScoped
class House {

  private final AggregateRepository<Decided<LightCommand, LightState, LightEvent>> lights;

  @Inject
  House(AggregateRepository<Decided<LightCommand, LightState, LightEvent>> lights) {
    this.lights = lights;
  }

  boolean isLit(String room) {
    return lights.load(room).state() instanceof Working light && light.isOn();
  }

  void leave(List<String> rooms) {
    for (String room : rooms) {
      lights.update(room, light -> light.decide(new SwitchOff(room)));
    }
  }
}
