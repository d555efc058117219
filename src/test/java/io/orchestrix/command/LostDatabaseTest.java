package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.arjuna.ats.jta.TransactionManager;
import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.UnavailableException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostDatabaseTest {

  private static final String END =
      "select case when pg_terminate_backend(%d, 5000) then 1 else 0 end";
  private static final String WAITING =
      "select count(*) from pg_stat_activity where pid = %d and wait_event_type = 'Lock'";

  private final TallyApplication app = TallyApplication.on(Database.POSTGRES);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final EventStore store = app.container().get(EventStore.class);
  private final String tally = UUID.randomUUID().toString();
  private final StreamId stream = new StreamId("tally", tally);

  private Tally create() {
    return app.tallies().create(tally, t -> t.add(1));
  }

  /** Ends the session of this thread's transaction as a database does that goes away. */
  private Object loseTheConnection() {
    long session = session();
    app.container().get(UnitOfWork.class).runOutside(() -> number(END.formatted(session)));
    return session;
  }

  /** The session of this thread's transaction. */
  private long session() {
    return number("select pg_backend_pid()");
  }

  private long number(String query) {
    return app.container().dataSource().number(query);
  }

  @Test
  void a_database_lost_in_the_middle_is_unavailable_and_back_for_the_next_command() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      loseTheConnection();
                      return create();
                    }))
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith("ORX-2002");

    app.perform(this::create);
    assertThat(app.sumOf(tally)).isEqualTo(1);
  }

  @AfterEach
  void endTheThreads() {
    threads.shutdown();
  }

  /** As on WildFly, which marks the transaction first; Hibernate's find then finds nothing. */
  @Test
  void a_stream_that_cannot_be_locked_is_not_taken_for_a_missing_one() {
    app.perform(this::create);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<?> rival = holdTheStreamUntil(end);
    try {
      assertThatThrownBy(
              () ->
                  app.perform(
                      () -> {
                        CompletableFuture<?> loss = loseTheConnectionWhileItWaits();
                        store.lock(stream);
                        return loss.join();
                      }))
          .isInstanceOf(UnavailableException.class)
          .hasMessageStartingWith("ORX-2002");
    } finally {
      end.countDown();
      rival.join();
    }
  }

  private CompletableFuture<?> holdTheStreamUntil(CountDownLatch end) {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<?> rival =
        CompletableFuture.runAsync(
            () ->
                app.perform(
                    () -> {
                      store.lock(stream);
                      held.countDown();
                      return end.await(1, TimeUnit.MINUTES);
                    }),
            threads);
    await().until(() -> held.getCount() == 0);
    return rival;
  }

  private CompletableFuture<?> loseTheConnectionWhileItWaits() throws SystemException {
    Transaction own = TransactionManager.transactionManager().getTransaction();
    long session = session();
    return CompletableFuture.runAsync(
        () -> {
          await().until(() -> number(WAITING.formatted(session)) == 1);
          assertThatCode(own::setRollbackOnly).doesNotThrowAnyException();
          number(END.formatted(session));
        },
        threads);
  }

  @Test
  void a_database_lost_at_the_commit_leaves_the_outcome_unknown() {
    assertThatThrownBy(
            () ->
                app.container()
                    .get(UnitOfWork.class)
                    .run( // after the audit log was written, the last of a command
                        () -> {
                          app.perform(this::create);
                          loseTheConnection();
                        }))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageStartingWith("ORX-2004");
    assertThat(app.eventsOf(tally)).isEmpty();
  }

  @Test
  void of_several_commands_each_is_written_whose_outcome_is_unknown() {
    Perform first = new Perform(this::create);
    Perform second = new Perform(this::loseTheConnectionAtTheCommit);

    assertThatThrownBy(() -> app.container().get(CommandBus.class).sendAll(List.of(first, second)))
        .isInstanceOf(OutcomeUnknownException.class);

    AuditFilter unknown = AuditFilter.ALL.outcome(Outcome.UNKNOWN);
    assertThat(app.container().get(AuditLog.class).page(unknown, null, 9))
        .extracting(AuditEntry::code)
        .containsExactly("ORX-2004", "ORX-2004");
  }

  private String loseTheConnectionAtTheCommit() throws SystemException, RollbackException {
    long session = session();
    TransactionManager.transactionManager()
        .getTransaction()
        .registerSynchronization(
            new Synchronization() {
              @Override
              public void beforeCompletion() {
                CompletableFuture.runAsync(() -> number(END.formatted(session)), threads).join();
              }

              @Override
              public void afterCompletion(int status) {
                // nothing more happens
              }
            });
    return "done";
  }
}
