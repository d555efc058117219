package io.orchestrix.bench.bus;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;

/** Count something. */
record Count(@TargetId String counter) implements Command {}
