package io.orchestrix.it.guest;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The notes, with a handler on a CDI bean. */
@ApplicationScoped
public class Notes {
  @Inject AggregateRepository<Note> notes;

  int write(@HandlesCommand WriteLine command) {
    return Note.write(notes, command);
  }
}
