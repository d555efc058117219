package com.acme.light;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;

/** What a light is told. */
sealed interface LightCommand extends Command {

  @TargetId
  String room();

  record FitBulb(String room, int uses) implements LightCommand {}

  record SwitchOn(String room) implements LightCommand {}

  record SwitchOff(String room) implements LightCommand {}
}
