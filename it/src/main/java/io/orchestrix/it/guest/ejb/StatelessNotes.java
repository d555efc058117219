package io.orchestrix.it.guest.ejb;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.WriteLine;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The notes, with a handler on a stateless session bean. */
@Stateless
public class StatelessNotes {
  @Inject AggregateRepository<Note> notes;

  public int write(@HandlesCommand WriteLine command) {
    return Note.write(notes, command);
  }
}
