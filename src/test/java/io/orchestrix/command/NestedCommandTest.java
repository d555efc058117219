package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.harness.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class NestedCommandTest {

  private final TallyApplication app;
  private final AggregateRepository<Tally> tallies;
  private final String outer = UUID.randomUUID().toString();
  private final String inner = UUID.randomUUID().toString();

  NestedCommandTest(Database database) {
    app = TallyApplication.on(database);
    tallies = app.tallies();
  }

  private Tally add(String tally, long by) {
    return tallies.create(tally, t -> t.add(by));
  }

  private static Object fail(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  private void assertNothingKept() {
    assertThat(app.eventsOf(outer)).isEmpty();
    assertThat(app.eventsOf(inner)).isEmpty();
  }

  @Test
  void a_nested_command_joins_and_both_are_kept() {
    Object answer =
        app.perform(
            () -> {
              add(outer, 1);
              return app.perform(() -> add(inner, 2).sum());
            });

    assertThat(answer).isEqualTo(2L);
    assertThat(app.sumOf(outer)).isEqualTo(1);
    assertThat(app.sumOf(inner)).isEqualTo(2);
  }

  @Test
  void a_failure_of_the_outer_command_undoes_the_nested_one() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      app.perform(() -> add(inner, 1));
                      return fail(new IllegalStateException("outer"));
                    }))
        .hasMessage("outer");
    assertNothingKept();
  }

  @Test
  void a_failure_of_the_nested_command_undoes_the_outer_one() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(outer, 1);
                      return app.perform(() -> fail(new IllegalStateException("inner")));
                    }))
        .hasMessage("inner");
    assertNothingKept();
  }

  @Test
  void a_failure_that_is_caught_undoes_all_and_the_sender_learns_of_it() {
    IllegalStateException failure = new IllegalStateException("inner");

    Throwable learned =
        catchThrowable(
            () ->
                app.perform(
                    () -> {
                      add(outer, 1);
                      assertThatThrownBy(() -> app.perform(() -> fail(failure))).isSameAs(failure);
                      return "went on";
                    }));

    assertNothingKept();
    assertThat(learned).hasMessageStartingWith("ORX-").hasRootCause(failure);
  }

  @Test
  void an_error_that_is_caught_undoes_all_and_the_sender_learns_of_it() {
    StackOverflowError failure = new StackOverflowError("inner");

    Throwable learned =
        catchThrowable(
            () ->
                app.perform(
                    () -> {
                      add(outer, 1);
                      assertThatThrownBy(
                              () ->
                                  app.perform(
                                      () -> {
                                        add(inner, 1);
                                        return fail(failure);
                                      }))
                          .isSameAs(failure);
                      return "went on";
                    }));

    assertNothingKept();
    assertThat(learned).hasMessageStartingWith("ORX-").hasRootCause(failure);
  }
}
