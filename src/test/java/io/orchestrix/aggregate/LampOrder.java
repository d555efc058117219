package io.orchestrix.aggregate;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;

/** What a lamp is told. */
sealed interface LampOrder extends Command {

  @TargetId
  String lamp();

  record Fit(String lamp, int uses) implements LampOrder {}

  record SwitchOn(String lamp) implements LampOrder {}

  record SwitchOff(String lamp) implements LampOrder {}

  record Label(String lamp, String label) implements LampOrder {}

  /** Makes the decider give what it must not. */
  record Confuse(String lamp, String how) implements LampOrder {}
}
