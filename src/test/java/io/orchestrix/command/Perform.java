package io.orchestrix.command;

import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** A command that brings along what its handler does, so that a test says it where it matters. */
record Perform(Callable<?> work) implements Command {

  /** Its handler. */
  @ApplicationScoped
  static class Performer {
    Object perform(@HandlesCommand Perform command) throws Exception {
      return command.work().call();
    }
  }
}
