package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.harness.Database;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class HandlerTransactionTest {

  private final TallyApplication app;
  private final AggregateRepository<Tally> tallies;
  private final String a = UUID.randomUUID().toString();
  private final String b = UUID.randomUUID().toString();

  HandlerTransactionTest(Database database) {
    app = TallyApplication.on(database);
    tallies = app.tallies();
  }

  private Tally add(String tally, long by) {
    return tallies.create(tally, t -> t.add(by));
  }

  private static Object fail() {
    throw new IllegalStateException("no");
  }

  @Test
  void what_a_handler_stores_is_there_when_the_answer_is() {
    assertThat(app.perform(() -> add(a, 5).sum())).isEqualTo(5L);
    assertThat(app.sumOf(a)).isEqualTo(5);
  }

  @Test
  void a_handler_that_throws_keeps_nothing() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(a, 5);
                      return fail();
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThat(app.eventsOf(a)).isEmpty();
  }

  @Test
  void a_handler_that_throws_a_checked_exception_keeps_nothing() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(a, 5);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(HandlerFailedException.class)
        .hasMessageStartingWith("ORX-2103");
    assertThat(app.eventsOf(a)).isEmpty();
  }

  @Test
  void a_handler_that_ends_with_an_error_keeps_nothing() {
    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(a, 5);
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(app.eventsOf(a)).isEmpty();
  }

  @Test
  void two_aggregates_change_together_or_not_at_all() {
    app.perform(() -> add(a, 1));

    assertThatThrownBy(
            () ->
                app.perform(
                    () -> {
                      add(b, 7);
                      return add(a, 7); // exists already
                    }))
        .hasMessageStartingWith("ORX-4002");
    assertThat(app.eventsOf(b)).isEmpty();
    assertThat(app.sumOf(a)).isEqualTo(1);

    app.perform(() -> add(b, tallies.update(a, t -> t.add(1)).sum()));
    assertThat(app.sumOf(a)).isEqualTo(2);
    assertThat(app.sumOf(b)).isEqualTo(2);
  }

  @Test
  void one_aggregate_can_be_changed_several_times_in_a_row() {
    app.perform(
        () -> {
          add(a, 1);
          tallies.update(a, t -> t.add(2));
          return tallies.update(a, t -> t.add(3));
        });

    assertThat(app.eventsOf(a)).extracting("version").containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_handler_reads_what_it_wrote() {
    assertThat(
            app.perform(
                () -> {
                  add(a, 4);
                  return tallies.load(a).sum();
                }))
        .isEqualTo(4L);
  }
}
