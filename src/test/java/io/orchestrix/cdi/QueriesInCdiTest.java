package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Caller;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.module.Module;
import io.orchestrix.module.ModuleRegistration;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal.QueryHandled;
import io.orchestrix.query.ForbiddenQueryException;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.InvalidQueryException;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryBus;
import io.orchestrix.query.ReadModelChanges;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueriesInCdiTest {

  private static final List<String> LOG = new CopyOnWriteArrayList<>();
  private static final AtomicInteger LEVEL = new AtomicInteger();

  record Greeting(@NotBlank String name) implements Query<String> {}

  record Found(String name) implements Query<Optional<String>> {}

  @RolesAllowed("clerk")
  record Secret() implements Query<String> {}

  record LevelNow() implements Query<Integer> {}

  record Registered() implements Query<List<String>> {}

  record OfObject() implements Query<String> {}

  @Dependent
  static class Helper {
    @PreDestroy
    void destroyed() {
      LOG.add("helper destroyed");
    }
  }

  @RequestScoped
  static class OfRequest {
    String name() {
      return "request";
    }
  }

  @ApplicationScoped
  static class Handlers {
    String greet(
        Clock clock, @HandlesQuery Greeting query, Helper helper, UnitOfWork unit, OfRequest of) {
      boolean isActive = unit.isActive() && clock.instant().getEpochSecond() > 0;
      return "Hello %s %s %s".formatted(query.name(), isActive, of.name());
    }

    Optional<String> found(@HandlesQuery Found query) {
      return Optional.of(query.name()).filter(name -> !name.isEmpty());
    }

    String secret(@HandlesQuery Secret query) {
      return "secret";
    }

    int level(@HandlesQuery(reads = "levels") LevelNow query, OfRequest of) {
      return of.name().length() + LEVEL.get();
    }
  }

  /** Not a bean. */
  static class OwnHandlers {
    String ofObject(@HandlesQuery OfObject query, Helper helper) {
      return "object";
    }
  }

  @Module("lists")
  @ApplicationScoped
  static class Lists implements ModuleWiring {
    @Override
    public void register(ModuleRegistration module) {
      QueryBus queries = module.queries();
      module.handlesQuery(
          Registered.class, query -> List.of(queries.ask(new Greeting("list"))), "levels");
      module.handlers(new OwnHandlers());
    }
  }

  @Dependent
  static class Producer {
    @Produces @Singleton Monitor monitor = new RecordingMonitor();
  }

  @ApplicationScoped
  static class Changes implements ReadModelChanges {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Registration listen(Set<String> projections, Runnable onProgress) {
      LOG.add("listen " + projections);
      listeners.add(onProgress);
      return () -> listeners.remove(onProgress);
    }

    void tell() {
      listeners.forEach(Runnable::run);
    }

    int count() {
      return listeners.size();
    }
  }

  @ApplicationScoped
  static class LoggedIn implements Caller {
    private volatile String role = "";

    void as(String newRole) {
      role = newRole;
    }

    @Override
    public String name() {
      return "ada";
    }

    @Override
    public boolean isInRole(String asked) {
      return role.equals(asked);
    }
  }

  private static Container container;
  private static QueryBus queries;

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(),
            Helper.class,
            OfRequest.class,
            Handlers.class,
            Lists.class,
            Producer.class,
            Changes.class,
            LoggedIn.class);
    queries = container.get(QueryBus.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Test
  void a_query_is_answered_in_a_transaction_with_its_parameters_injected() {
    LOG.clear();

    String answer = queries.askAsync(new Greeting("Ada")).toCompletableFuture().join();

    assertThat(answer).isEqualTo("Hello Ada true request");
    await().untilAsserted(() -> assertThat(LOG).containsExactly("helper destroyed"));
  }

  @Test
  void the_answer_has_the_type_that_the_query_names() {
    assertThat(queries.ask(new Found("x"))).contains("x");
    assertThat(queries.ask(new Found(""))).isEmpty();
  }

  @Test
  void constraints_and_roles_are_looked_at() {
    assertThatThrownBy(() -> queries.ask(new Greeting("")))
        .isInstanceOf(InvalidQueryException.class);
    assertThatThrownBy(() -> queries.ask(new Secret())).isInstanceOf(ForbiddenQueryException.class);
    container.get(LoggedIn.class).as("clerk");
    assertThat(queries.ask(new Secret())).isEqualTo("secret");
  }

  @Test
  void the_monitor_is_told() {
    queries.ask(new Found("x"));

    assertThat(((RecordingMonitor) container.get(Monitor.class)).signals(QueryHandled.class))
        .extracting(QueryHandled::queryType)
        .contains("Found");
  }

  @Test
  void a_module_registers_handlers_of_queries_by_code() {
    assertThat(queries.askAsync(new Registered()).toCompletableFuture().join())
        .containsExactly("Hello list true request");
    assertThat(queries.ask(new OfObject())).isEqualTo("object");
  }

  @Test
  void the_catalogue_tells_the_queries_and_who_handles_them() {
    String here = QueriesInCdiTest.class.getName();
    assertThat(container.get(Catalog.class).queries())
        .extracting(QueryEntry::name)
        .containsExactly("Found", "Greeting", "LevelNow", "OfObject", "Registered", "Secret");
    assertThat(container.get(Catalog.class).queries())
        .contains(
            new QueryEntry(
                "LevelNow",
                here + "$LevelNow",
                "",
                here + "$Handlers.level(LevelNow, OfRequest)",
                "int",
                List.of("levels")),
            new QueryEntry(
                "Registered",
                here + "$Registered",
                "lists",
                here + "$Lists(Registered)",
                "java.util.List<java.lang.String>",
                List.of("levels")));
    assertThat(container.get(Catalog.class).modules()).containsExactly("lists");
  }

  @Test
  void a_subscriber_follows_what_the_bean_of_changes_tells() {
    List<Integer> answers = new CopyOnWriteArrayList<>();
    Changes changes = container.get(Changes.class);
    Subscription[] begun = new Subscription[1];
    LEVEL.set(1);
    queries
        .subscribe(new LevelNow())
        .subscribe(
            new Subscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                begun[0] = subscription;
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(Integer answer) {
                answers.add(answer);
              }

              @Override
              public void onError(Throwable failure) {
                LOG.add(failure.toString());
              }

              @Override
              public void onComplete() {}
            });
    await().untilAsserted(() -> assertThat(answers).containsExactly(8));
    LEVEL.set(2);
    changes.tell();
    await().untilAsserted(() -> assertThat(answers).containsExactly(8, 9));

    assertThat(LOG).contains("listen [levels]");
    begun[0].cancel();
    assertThat(changes.count()).isZero();
  }
}
