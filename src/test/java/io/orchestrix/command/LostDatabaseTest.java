package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.UnavailableException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LostDatabaseTest {

  private final TallyApplication app = TallyApplication.on(Database.POSTGRES);
  private final String tally = UUID.randomUUID().toString();

  private Tally create() {
    return app.tallies().create(tally, t -> t.add(1));
  }

  /** Ends the session of this thread's transaction as a database does that goes away. */
  private Object loseTheConnection() {
    long session = app.container().dataSource().number("select pg_backend_pid()");
    app.container()
        .get(UnitOfWork.class)
        .runOutside(
            () ->
                app.container()
                    .dataSource()
                    .number(
                        "select case when pg_terminate_backend(%d, 5000) then 1 else 0 end"
                            .formatted(session)));
    return session;
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

  @Test
  void a_database_lost_at_the_commit_leaves_the_outcome_unknown() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      create();
                      return loseTheConnection();
                    }))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageStartingWith("ORX-2004");
    assertThat(app.eventsOf(tally)).isEmpty();
  }
}
