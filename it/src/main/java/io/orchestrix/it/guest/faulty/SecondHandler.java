package io.orchestrix.it.guest.faulty;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.it.guest.WriteLine;
import jakarta.enterprise.context.ApplicationScoped;

/** Handles what is handled already. */
@ApplicationScoped
public class SecondHandler {
  void write(@HandlesCommand WriteLine command) {}
}
