package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.Caller;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.module.InvalidRegistrationException;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.projection.Projection;
import io.orchestrix.query.ForbiddenQueryException;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.InvalidQueryHandlerException;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryBus;
import io.orchestrix.standalone.Purse.CoinsPut;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueriesTest {

  record Length(String of) implements Query<Integer> {}

  @RolesAllowed("clerk")
  record Time() implements Query<Instant> {}

  @SuppressWarnings("rawtypes") // a mistake that is told
  record Raw() implements Query {}

  static class Handlers {
    Instant time(@HandlesQuery(reads = "clocks") Time query, Clock clock, QueryBus queries) {
      return clock.instant().plusSeconds(queries.ask(new Length("abc")));
    }
  }

  static class Twice {
    int one(@HandlesQuery Length query) {
      return 1;
    }

    int other(@HandlesQuery Length query) {
      return 2;
    }
  }

  static class Wrong {
    String length(@HandlesQuery Length query) {
      return "1";
    }
  }

  static class Static {
    static int length(@HandlesQuery Length query) {
      return 1;
    }
  }

  @Projection("texts")
  static class Texts {
    void put(@HandlesEvent CoinsPut event) {}
  }

  static class OfText {
    int length(@HandlesQuery String text) {
      return 1;
    }
  }

  private static final Clock THEN = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private static final ModuleWiring LENGTHS =
      module -> module.handlesQuery(Length.class, query -> query.of().length(), "texts");

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

  private static Builder app() {
    return Orchestrix.inMemory()
        .clock(THEN)
        .module("lengths", LENGTHS)
        .module("times", module -> module.handlers(new Handlers()));
  }

  @Test
  void a_query_is_answered_by_what_a_module_has_registered() {
    try (Orchestrix app = app().caller(clerk()).start()) {
      int length = app.queries().ask(new Length("abcd"));

      assertThat(length).isEqualTo(4);
      assertThat(app.queries().askAsync(new Time()).toCompletableFuture().join())
          .isEqualTo(Instant.EPOCH.plusSeconds(3));
    }
  }

  @Test
  void roles_are_asked_for() {
    try (Orchestrix app = app().start()) {
      assertThatThrownBy(() -> app.queries().ask(new Time()))
          .isInstanceOf(ForbiddenQueryException.class);
    }
  }

  @Test
  void a_subscriber_gets_the_answer_as_it_is() {
    try (Orchestrix app = app().module("texts", module -> module.projection(new Texts())).start()) {
      assertThat(first(app).join()).isEqualTo(4);
    }
  }

  @Test
  void nobody_subscribes_to_a_query_that_reads_what_nobody_keeps() {
    try (Orchestrix app = app().start()) {
      assertThatThrownBy(() -> first(app).join())
          .hasMessageContaining("ORX-3420")
          .hasMessageContaining("texts");
    }
  }

  private static CompletableFuture<Integer> first(Orchestrix app) {
    CompletableFuture<Integer> first = new CompletableFuture<>();
    app.queries()
        .subscribe(new Length("abcd"))
        .subscribe(
            new Subscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                subscription.request(1);
              }

              @Override
              public void onNext(Integer answer) {
                first.complete(answer);
              }

              @Override
              public void onError(Throwable failure) {
                first.completeExceptionally(failure);
              }

              @Override
              public void onComplete() {}
            });

    return first;
  }

  @Test
  void the_catalogue_tells_the_queries() {
    try (Orchestrix app = app().start()) {
      String here = QueriesTest.class.getName();
      assertThat(app.catalog().queries())
          .containsExactly(
              new QueryEntry(
                  "Length",
                  here + "$Length",
                  "lengths",
                  here + "(Length)",
                  "java.lang.Integer",
                  List.of("texts")),
              new QueryEntry(
                  "Time",
                  here + "$Time",
                  "times",
                  here + "$Handlers.time(Time)",
                  "java.time.Instant",
                  List.of("clocks")));
      assertThat(app.catalog().modules()).containsExactly("lengths", "times");
    }
  }

  record Faulty(String code, Class<? extends Exception> type, ModuleWiring wiring) {}

  @SuppressWarnings({"rawtypes", "unchecked"})
  static List<Faulty> faults() {
    Class<? extends Exception> registration = InvalidRegistrationException.class;
    Class<? extends Exception> handler = InvalidQueryHandlerException.class;
    return List.of(
        new Faulty("ORX-8003", registration, module -> module.handlers(new Twice())),
        new Faulty("ORX-8002", registration, module -> module.handlers(new Static())),
        new Faulty("ORX-8002", registration, module -> module.handlers(new OfText())),
        new Faulty("ORX-8001", registration, module -> module.handlers("none")),
        new Faulty("ORX-2212", handler, module -> module.handlers(new Wrong())),
        new Faulty(
            "ORX-2213", handler, module -> module.handlesQuery(Length.class, query -> 1, "")),
        new Faulty(
            "ORX-2211", handler, module -> module.handlesQuery((Class) Raw.class, query -> 1)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_mistake_keeps_the_application_from_starting(Faulty faulty) {
    assertThatThrownBy(() -> Orchestrix.inMemory().module("m", faulty.wiring()).start())
        .isInstanceOf(faulty.type())
        .hasMessageContaining(faulty.code());
  }
}
