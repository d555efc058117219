package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.MetadataFactory;
import java.time.Clock;

/** A command to test the chain with. */
record Greet(String name) implements Command {

  /** This command on its way. */
  CommandMessage message() {
    return new CommandMessage(
        this,
        new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage())
            .create("Greet", null));
  }
}
