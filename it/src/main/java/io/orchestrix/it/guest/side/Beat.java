package io.orchestrix.it.guest.side;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;

/** Let a pulse beat. */
public record Beat(@TargetId String pulseId) implements Command {}
