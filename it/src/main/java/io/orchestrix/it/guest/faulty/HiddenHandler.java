package io.orchestrix.it.guest.faulty;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.it.guest.WriteLine;
import jakarta.ejb.Stateless;

/** A session bean whose handler nobody can call. */
@Stateless
public class HiddenHandler {
  void write(@HandlesCommand WriteLine command) {}
}
