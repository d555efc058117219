package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AfterTheCommitTest {

  private final TallyApplication app;
  private final String first = UUID.randomUUID().toString();
  private final String second = UUID.randomUUID().toString();

  AfterTheCommitTest(Database database) {
    app = TallyApplication.on(database);
  }

  private Tally create(String tally) {
    return app.tallies().create(tally, t -> t.add(1));
  }

  private void afterTheCommit(Runnable work) {
    app.container().cdi().getBeanManager().getEvent().fire(new AfterTheCommit(work));
  }

  @Test
  void a_command_sent_after_the_commit_is_kept() {
    app.perform(
        () -> {
          afterTheCommit(() -> app.perform(() -> create(second)));
          return create(first);
        });

    assertThat(app.sumOf(first)).isEqualTo(1);
    assertThat(app.sumOf(second)).isEqualTo(1);
  }

  @Test
  void it_does_not_wait_for_the_end_of_what_was_committed() {
    app.perform(
        () -> {
          Tally stored = create(first);
          afterTheCommit(() -> app.perform(() -> create(second)));
          return stored;
        });

    assertThat(app.sumOf(second)).isEqualTo(1);
  }

  @Test
  void a_failure_after_the_commit_undoes_nothing() {
    app.perform(
        () -> {
          afterTheCommit(() -> app.perform(() -> create(first)));
          return create(first);
        });

    assertThat(app.eventsOf(first)).hasSize(1);
  }

  @Test
  void nothing_happens_after_a_rollback() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      afterTheCommit(() -> app.perform(() -> create(second)));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(app.eventsOf(second)).isEmpty();
  }
}
