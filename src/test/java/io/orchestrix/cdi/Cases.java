package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Cases that are opened and closed, for others to observe. */
final class Cases {

  sealed interface CaseEvent extends Event {}

  record Opened(String id) implements CaseEvent {}

  record Closed(String id) implements CaseEvent {}

  /** Opens and closes a case. */
  record Handle(String id) implements Command {}

  /** Opens a case and refuses it then. */
  record Reject(String id) implements Command {}

  /** What somebody does because a case was opened. */
  record Follow(String id, String observer) implements Command {}

  @Aggregate("case")
  static class Case extends AggregateRoot {
    boolean isOpen;

    void open() {
      apply(new Opened(id()));
    }

    void close() {
      apply(new Closed(id()));
    }

    void when(Opened event) {
      isOpen = true;
    }

    void when(Closed event) {
      isOpen = false;
    }
  }

  /** Handles the commands, and keeps the metadata of those that follow. */
  @ApplicationScoped
  static class Handlers {

    @Inject AggregateRepository<Case> cases;
    private final List<Metadata> followed = new CopyOnWriteArrayList<>();

    void handle(@HandlesCommand Handle command) {
      cases.create(
          command.id(),
          it -> {
            it.open();
            it.close();
          });
    }

    void reject(@HandlesCommand Reject command) {
      cases.create(command.id(), Case::open);
      throw new IllegalStateException("rejected");
    }

    void follow(@HandlesCommand Follow command, Metadata metadata) {
      cases.create(command.observer() + " of " + command.id(), Case::close);
      followed.add(metadata);
    }

    List<Metadata> followed(java.util.UUID cause) {
      return followed.stream().filter(it -> cause.equals(it.causationId())).toList();
    }
  }

  private Cases() {}
}
