package io.orchestrix.it.guest;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.DomainRuleException;
import java.util.ArrayList;
import java.util.List;

/** A sheet of paper that takes ten lines. */
@Aggregate("note")
public class Note extends AggregateRoot {
  private static final int LINES = 10;

  private final List<String> lines = new ArrayList<>();

  /** Writes the line, on a new note if there is none; answers with the number of lines. */
  public static int write(AggregateRepository<Note> notes, WriteLine command) {
    var note =
        notes.find(command.noteId()).isPresent()
            ? notes.update(command.noteId(), found -> found.write(command.line()))
            : notes.create(command.noteId(), created -> created.write(command.line()));
    return note.lines().size();
  }

  private void write(String line) {
    if (lines.size() == LINES) {
      throw new DomainRuleException("note-is-full", "A note has " + LINES + " lines.");
    }
    apply(new LineWritten(id(), line));
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  void when(LineWritten event) {
    lines.add(event.line());
  }
}
