package io.orchestrix.it.guest.unit;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.WriteLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Writes events and a row of its own in one transaction. */
@ApplicationScoped
public class CountedNotes {
  @PersistenceContext(unitName = "guest")
  EntityManager entries;

  @Inject AggregateRepository<Note> notes;

  int write(@HandlesCommand WriteLine command) {
    var lines = Note.write(notes, command);
    var entry = entries.find(Entry.class, command.noteId());
    if (entry == null) {
      entry = new Entry(command.noteId());
      entries.persist(entry);
    }
    entry.count(lines);
    entries.flush();
    if (command.line().equals("undo")) { // both are there, and neither is kept
      throw new DomainRuleException("undone", "This line undoes itself.");
    }
    return lines;
  }
}
