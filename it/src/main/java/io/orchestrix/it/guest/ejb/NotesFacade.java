package io.orchestrix.it.guest.ejb;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.WriteLine;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Sends commands inside the transaction that the EJB container has begun. */
@Stateless
public class NotesFacade {
  @Inject CommandBus commands;
  @Inject AggregateRepository<Note> notes;

  /** Writes two lines, or none. */
  public void writeTwo(String noteId, String first, String second) {
    commands.send(new WriteLine(noteId, first));
    commands.send(new WriteLine(noteId, second));
  }

  /** Writes without a command, and then finds that it must not. */
  public void writeAndRefuse(String noteId) {
    var unused = Note.write(notes, new WriteLine(noteId, "one"));
    throw new DomainRuleException("never", "This is never allowed.");
  }
}
