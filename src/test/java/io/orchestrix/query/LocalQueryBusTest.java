package io.orchestrix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Violation;
import io.orchestrix.monitor.Signal.QueryHandled;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LocalQueryBusTest {

  @RolesAllowed("clerk")
  record Secrets() implements Query<String> {}

  private final TestQueries app = new TestQueries();

  private static Caller clerk() {
    return new Caller() {
      @Override
      public String name() {
        return "ada";
      }

      @Override
      public boolean isInRole(String role) {
        return role.equals("clerk");
      }
    };
  }

  @Test
  void a_query_is_answered_by_its_handler() {
    QueryBus queries =
        app.answering(BalanceOf.class, query -> ((BalanceOf) query).accountId().length()).start();

    int balance = queries.ask(new BalanceOf("abc"));

    assertThat(balance).isEqualTo(3);
  }

  @Test
  void a_query_without_a_handler_is_refused() {
    assertThatThrownBy(() -> app.start().ask(new BalanceOf("a")))
        .isInstanceOf(NoQueryHandlerException.class)
        .hasMessageContaining("ORX-2201 Tried to ask a " + BalanceOf.class.getName())
        .hasMessageContaining("@HandlesQuery BalanceOf");
  }

  @Test
  void it_runs_in_a_unit_of_work_of_its_own() {
    List<Object> keys = new ArrayList<>();
    QueryBus queries =
        app.answering(BalanceOf.class, query -> keys.add(app.unitOfWork.key()) ? 1 : 0).start();

    queries.ask(new BalanceOf("a"));
    queries.ask(new BalanceOf("a"));

    assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    assertThat(app.unitOfWork.isActive()).isFalse();
  }

  @Test
  void it_joins_the_unit_of_work_of_the_thread() {
    List<Object> keys = new ArrayList<>();
    QueryBus queries =
        app.answering(BalanceOf.class, query -> keys.add(app.unitOfWork.key()) ? 1 : 0).start();

    Object outer =
        app.unitOfWork.get(
            () -> {
              queries.ask(new BalanceOf("a"));
              return app.unitOfWork.key();
            });

    assertThat(keys).containsExactly(outer);
  }

  @Test
  void a_query_that_breaks_its_constraints_reaches_no_handler() {
    List<Query<?>> handled = new ArrayList<>();
    QueryBus queries = app.answering(BalanceOf.class, query -> handled.add(query) ? 1 : 0).start();

    InvalidQueryException refusal =
        catchThrowableOfType(InvalidQueryException.class, () -> queries.ask(new BalanceOf(" ")));

    assertThat(refusal.violations())
        .containsExactly(new Violation("/accountId", "must not be blank"));
    assertThat(refusal.details()).isEqualTo(Map.of("errors", refusal.violations()));
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal)
        .hasMessage(
            "ORX-2202 The query BalanceOf is not valid: /accountId must not be blank. Correct it and ask it again.");
    assertThat(handled).isEmpty();
  }

  @Test
  void a_role_is_asked_for() {
    app.answering(Secrets.class, query -> "secret");

    assertThatThrownBy(() -> app.start().ask(new Secrets()))
        .isInstanceOfSatisfying(
            ForbiddenQueryException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN))
        .hasMessageContaining("ORX-2203 The caller may not ask the query Secrets");

    app.caller = clerk();
    assertThat(app.start().ask(new Secrets())).isEqualTo("secret");
  }

  @Test
  void who_may_not_ask_is_not_told_what_would_be_valid_or_handled() {
    @RolesAllowed("clerk")
    record Hidden(@jakarta.validation.constraints.NotBlank String text) implements Query<String> {}

    assertThatThrownBy(() -> app.start().ask(new Hidden("")))
        .isInstanceOf(ForbiddenQueryException.class);
  }

  @Test
  void an_unchecked_exception_of_a_handler_comes_as_it_is() {
    IllegalStateException thrown = new IllegalStateException("no");
    QueryBus queries =
        app.answering(
                BalanceOf.class,
                query -> {
                  throw thrown;
                })
            .start();

    assertThatThrownBy(() -> queries.ask(new BalanceOf("a"))).isSameAs(thrown);
  }

  @Test
  void a_checked_exception_of_a_handler_comes_with_a_code() {
    QueryBus queries =
        app.answering(
                BalanceOf.class,
                query -> {
                  throw new IOException("gone");
                })
            .start();

    assertThatThrownBy(() -> queries.ask(new BalanceOf("a")))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageContaining("ORX-2204")
        .hasMessageContaining("java.io.IOException: gone")
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void null_is_no_answer() {
    QueryBus queries = app.answering(BalanceOf.class, query -> null).start();

    assertThatThrownBy(() -> queries.ask(new BalanceOf("a")))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageContaining("ORX-2205 test answered the query")
        .hasMessageContaining("Optional");
  }

  @Test
  void the_monitor_is_told_how_each_ended() {
    QueryBus queries = app.answering(BalanceOf.class, query -> 1).start();

    queries.ask(new BalanceOf("a"));
    assertThatThrownBy(() -> queries.ask(new BalanceOf(""))).isNotNull();

    List<QueryHandled> signals = app.monitor.signals(QueryHandled.class);
    assertThat(signals).extracting(QueryHandled::queryType).containsOnly("BalanceOf").hasSize(2);
    assertThat(signals.get(0).failure()).isNull();
    assertThat(signals.get(1).failure()).isInstanceOf(InvalidQueryException.class);
    assertThat(signals).allSatisfy(signal -> assertThat(signal.elapsed()).isPositive());
  }

  @Test
  void an_asynchronous_query_is_answered_on_another_thread() {
    QueryBus queries = app.answering(BalanceOf.class, query -> 7).start();

    CompletableFuture<Integer> answer = queries.askAsync(new BalanceOf("a")).toCompletableFuture();
    assertThat(answer).isNotDone();
    app.hand.work();

    assertThat(answer).isCompletedWithValue(7);
  }

  @Test
  void an_asynchronous_query_fails_as_it_would_have_otherwise() {
    CompletableFuture<Integer> answer =
        app.start().askAsync(new BalanceOf("a")).toCompletableFuture();
    app.hand.work();

    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NoQueryHandlerException.class);
  }

  @Test
  void an_asynchronous_query_that_no_thread_takes_says_so() {
    app.hand.isFull = true;

    assertThatThrownBy(app.start().askAsync(new BalanceOf("a")).toCompletableFuture()::join)
        .cause()
        .isInstanceOfSatisfying(
            QueryNotAcceptedException.class,
            refused -> assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE))
        .hasMessageContaining("ORX-2206")
        .hasMessageContaining("BalanceOf was not asked");
  }
}
