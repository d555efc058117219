package io.orchestrix.bench.bus;

import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers. */
@ApplicationScoped
class Pings {

  long ping(@HandlesCommand Ping command) {
    return command.number() + 1;
  }
}
