package io.orchestrix.it.guest.ejb;

import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.WriteLine;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Sends commands inside the transaction that the EJB container has begun. */
@Stateless
public class NotesFacade {
  @Inject CommandBus commands;

  /** Writes two lines, or none. */
  public void writeTwo(String noteId, String first, String second) {
    commands.send(new WriteLine(noteId, first));
    commands.send(new WriteLine(noteId, second));
  }
}
