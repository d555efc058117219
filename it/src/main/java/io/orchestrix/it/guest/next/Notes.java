package io.orchestrix.it.guest.next;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.it.guest.WriteLine;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.Json;

/** The notes, and what becomes of lines that were written without an author. */
@ApplicationScoped
public class Notes {
  @Inject AggregateRepository<Note> notes;

  int write(@HandlesCommand WriteLine command) {
    var note =
        notes.find(command.noteId()).isPresent()
            ? notes.update(command.noteId(), found -> found.write(command.line()))
            : notes.create(command.noteId(), created -> created.write(command.line()));
    return note.lines().size();
  }

  @Produces
  static Upcaster unsignedLinesHaveAnAuthor() {
    return Upcaster.of(
        "LineWritten", 1, old -> Json.createObjectBuilder(old).add("author", "somebody").build());
  }
}
