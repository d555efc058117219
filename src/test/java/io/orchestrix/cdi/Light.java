package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Decider;
import io.orchestrix.cdi.Light.LightCommand;
import io.orchestrix.cdi.Light.LightEvent;
import io.orchestrix.cdi.Light.LightState;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.List;

/** A decider. */
@Aggregate("light")
final class Light implements Decider<LightCommand, LightState, LightEvent> {

  sealed interface LightCommand extends Command {
    @TargetId
    String light();
  }

  record SwitchOn(String light) implements LightCommand {}

  record SwitchOff(String light) implements LightCommand {}

  record Smash(String light) implements LightCommand {}

  sealed interface LightEvent extends Event {}

  record SwitchedOn() implements LightEvent {}

  record SwitchedOff() implements LightEvent {}

  record Smashed() implements LightEvent {}

  sealed interface LightState {
    int used();
  }

  record On(int used) implements LightState {}

  record Off(int used) implements LightState {}

  record Broken(int used) implements LightState {}

  @Override
  public LightState initial() {
    return new Off(0);
  }

  @Override
  public List<LightEvent> decide(LightCommand command, LightState state) {
    if (command instanceof Smash) {
      return List.of(new Smashed());
    }
    return List.of(command instanceof SwitchOn ? new SwitchedOn() : new SwitchedOff());
  }

  @Override
  public LightState evolve(LightState state, LightEvent event) {
    if (event instanceof SwitchedOn) {
      return new On(state.used() + 1);
    }
    return event instanceof Smashed ? new Broken(state.used()) : new Off(state.used());
  }

  @Override
  public boolean isTerminal(LightState state) {
    return state instanceof Broken;
  }
}
