package io.orchestrix.it.guest.ejb;

import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.WriteLine;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.UUID;

/** Begins a note every second, as long as the application runs. */
@Singleton
public class EverySecond {
  @Inject CommandBus commands;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void write() {
    var unused = commands.send(new WriteLine(UUID.randomUUID().toString(), "tick"), Integer.class);
  }
}
