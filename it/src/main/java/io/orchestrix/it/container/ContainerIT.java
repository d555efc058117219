package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.WriteLine;
import io.orchestrix.it.guest.ejb.NotesFacade;
import io.orchestrix.it.guest.ejb.NotesTimer;
import io.orchestrix.it.guest.ejb.Threads;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: what the library is there when the container injects it. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

  /** Aggregate and handlers are in a library, with no beans.xml. */
  @Deployment
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "container.war")
        .addAsLibraries(Applications.libraries())
        .addAsLibraries(Applications.of(Assertions.class))
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "notes.jar")
                .addClasses(Applications.note())
                .addClass(Notes.class))
        .addClasses(NotesFacade.class, NotesTimer.class, Threads.class)
        .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION);
  }

  @Inject CommandBus commands;
  @Inject AggregateRepository<Note> notes;
  @Inject EventStore store;
  @Inject NotesFacade facade;
  @Inject NotesTimer timer;
  @Inject Threads threads;
  @Inject UserTransaction transaction;

  private final String note = UUID.randomUUID().toString();

  @Test
  void a_handler_in_a_library_is_found_and_its_repository_injected() {
    assertThat(commands.send(new WriteLine(note, "hello"), Integer.class)).isEqualTo(1);
    assertThat(notes.load(note).lines()).containsExactly("hello");
  }

  @Test
  void messages_come_from_the_application_by_its_name() {
    commands.send(new WriteLine(note, "hello"));

    assertThat(store.page(new StreamId("note", note), StreamRange.ALL, 1))
        .singleElement()
        .satisfies(event -> assertThat(event.metadata().source()).hasToString("/container"));
  }

  @Test
  void commands_in_one_transaction_commit_together() throws Exception {
    transaction.begin();
    commands.send(new WriteLine(note, "one"));
    commands.send(new WriteLine(note, "two"));
    transaction.commit();

    assertThat(notes.load(note).lines()).containsExactly("one", "two");
  }

  @Test
  void commands_in_one_transaction_roll_back_together() throws Exception {
    transaction.begin();
    commands.send(new WriteLine(note, "one"));
    assertThat(notes.find(note)).isPresent();
    transaction.rollback();

    assertThat(notes.find(note)).isEmpty();
  }

  @Test
  void a_refused_command_dooms_the_transaction_that_it_joined() throws Exception {
    transaction.begin();
    try {
      IntStream.rangeClosed(1, 10).forEach(i -> commands.send(new WriteLine(note, "line " + i)));
      assertThatThrownBy(() -> commands.send(new WriteLine(note, "too much")))
          .isInstanceOf(DomainRuleException.class);

      assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    } finally {
      transaction.rollback();
    }
    assertThat(notes.find(note)).isEmpty();
  }

  @Test
  void commands_join_the_transaction_of_a_session_bean() {
    facade.writeTwo(note, "one", "two");

    assertThat(notes.load(note).lines()).containsExactly("one", "two");
  }

  @Test
  void a_session_bean_that_fails_takes_its_commands_back() {
    assertThatThrownBy(() -> facade.writeTwo(note, "one", " ")).hasMessageStartingWith("ORX-2102");

    assertThat(notes.find(note)).isEmpty();
  }

  @Test
  void a_rule_that_a_session_bean_breaks_takes_its_aggregates_back() {
    assertThatThrownBy(() -> facade.writeAndRefuse(note)).isInstanceOf(DomainRuleException.class);

    assertThat(notes.find(note)).isEmpty();
  }

  @Test
  void an_ejb_timer_sends_commands() throws Exception {
    assertThat(timer.writeIn(10, note).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(notes.load(note).lines()).containsExactly("by a timer");
  }

  @Test
  void threads_of_the_server_send_commands_side_by_side() throws Exception {
    commands.send(new WriteLine(note, "first"));
    var answers =
        threads.callAll(
            IntStream.range(1, 10)
                .<Callable<Integer>>mapToObj(
                    i -> () -> commands.send(new WriteLine(note, "line " + i), Integer.class))
                .toList());
    for (var answer : answers) {
      assertThat(answer.get()).isBetween(2, 10);
    }

    assertThat(notes.load(note).lines()).hasSize(10).doesNotHaveDuplicates();
    assertThat(store.page(new StreamId("note", note), StreamRange.ALL, 20))
        .extracting("version")
        .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
  }
}
