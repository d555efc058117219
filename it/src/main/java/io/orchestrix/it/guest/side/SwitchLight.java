package io.orchestrix.it.guest.side;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;

/** Switch a light. */
public record SwitchLight(@TargetId String lightId, boolean on) implements Command {}
