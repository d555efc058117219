package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditServices;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.audit.CommandAudit;
import io.orchestrix.audit.LastPosition;
import io.orchestrix.audit.inmemory.InMemoryAuditStore;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditedCommandsTest {

  record Open(@TargetId @NotBlank String account) implements Command {}

  record Outer() implements Command {}

  @RolesAllowed("teller")
  record Forbidden() implements Command {}

  record Unknown() implements Command {}

  record Opened(String account) {}

  /** Somebody with a name and no role. */
  private static final Caller ADA =
      new Caller() {
        @Override
        public String name() {
          return "ada";
        }

        @Override
        public boolean isInRole(String role) {
          return false;
        }
      };

  private final TestBus test = new TestBus();
  private final ActingCaller caller = new ActingCaller(ADA);
  private final AuditStore store = new InMemoryAuditStore(test.unitOfWork);
  private final AuditLog log = new AuditLog(store, test.unitOfWork);
  private final List<Runnable> handedOver = new ArrayList<>();

  private LocalCommandBus start() {
    return start(store);
  }

  private LocalCommandBus start(AuditStore audit) {
    test.caller = caller;
    test.audit = new CommandAudit(services(audit), new LastPosition());
    return test.start();
  }

  private AuditServices services(AuditStore audit) {
    return new AuditServices(
        audit, test.unitOfWork, caller, test.current, test.clock, handedOver::add);
  }

  private List<AuditEntry> entries() {
    return log.page(AuditFilter.ALL, null, 100);
  }

  private AuditEntry only() {
    assertThat(entries()).hasSize(1);
    return entries().get(0);
  }

  @Test
  void who_did_what_when_and_from_where() throws Exception {
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          test.clock.advance(Duration.ofMillis(7));
          return new Opened("A");
        });
    LocalCommandBus bus = start();

    caller.callFrom("203.0.113.7", () -> bus.send(new Open("A")));

    AuditEntry entry = only();
    assertThat(entry.kind()).isEqualTo(Kind.COMMAND);
    assertThat(entry.what()).isEqualTo("Open");
    assertThat(entry.target()).isEqualTo("A");
    assertThat(entry.actor()).isEqualTo("ada");
    assertThat(entry.origin()).isEqualTo("203.0.113.7");
    assertThat(entry.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(entry.code()).isEmpty();
    assertThat(entry.time()).isEqualTo(test.clock.instant());
    assertThat(entry.elapsed()).isEqualTo(Duration.ofMillis(7));
    assertThat(entry.correlationId()).isEqualTo(entry.messageId());
    assertThat(entry.causationId()).isNull();
  }

  @Test
  void what_is_refused_is_there_with_its_code_and_never_its_message() {
    test.handling(Forbidden.class, void.class, message -> null)
        .handling(
            Open.class,
            Opened.class,
            message -> {
              throw new IllegalStateException("the card 4711");
            });
    LocalCommandBus bus = start();

    assertThatThrownBy(() -> bus.send(new Forbidden()));
    assertThatThrownBy(() -> bus.send(new Open(" ")));
    assertThatThrownBy(() -> bus.send(new Unknown()));
    assertThatThrownBy(() -> bus.send(new Open("A"))).hasMessage("the card 4711");

    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::outcome, AuditEntry::code)
        .containsExactly(
            tuple("Open", Outcome.FAILED, "java.lang.IllegalStateException"),
            tuple("Unknown", Outcome.FAILED, "ORX-2101"),
            tuple("Open", Outcome.REFUSED, "ORX-2102"),
            tuple("Forbidden", Outcome.REFUSED, "ORX-2110"));
    assertThat(entries().toString()).doesNotContain("4711");
  }

  @Test
  void a_retry_is_written_once() {
    AtomicInteger attempts = new AtomicInteger();
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          if (attempts.incrementAndGet() < 3) {
            throw new ConflictException(new SQLException("40001"));
          }
          return new Opened("A");
        });

    start().send(new Open("A"));

    assertThat(attempts).hasValue(3);
    assertThat(only().outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void a_conflict_that_is_given_up_is_written_once() {
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          throw new ConflictException(new SQLException("40001"));
        });
    LocalCommandBus bus = start();

    assertThatThrownBy(() -> bus.send(new Open("A"))).isInstanceOf(ConflictException.class);

    assertThat(only().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(only().code()).isEqualTo("ORX-2001");
  }

  @Test
  void of_several_at_once_each_is_written_also_when_their_conflict_is_given_up() {
    AtomicInteger conflicts = new AtomicInteger();
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          if (conflicts.getAndDecrement() > 0) {
            throw new ConflictException(new SQLException("40001"));
          }
          return new Opened("A");
        });
    LocalCommandBus bus = start();

    bus.sendAll(List.of(new Open("A"), new Open("B")));
    conflicts.set(1_000);
    assertThatThrownBy(() -> bus.sendAll(List.of(new Open("C"), new Open("D"))));

    assertThat(handedOver).isEmpty();
    assertThat(entries())
        .extracting(AuditEntry::target, AuditEntry::outcome)
        .containsExactly(
            tuple("D", Outcome.REFUSED),
            tuple("C", Outcome.REFUSED),
            tuple("B", Outcome.SUCCEEDED),
            tuple("A", Outcome.SUCCEEDED));
  }

  @Test
  void of_several_at_once_the_last_attempt_is_written_and_not_one_that_never_was() {
    Map<String, UUID> tried = new HashMap<>();
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          String account = ((Open) message.payload()).account();
          tried.put(account, message.metadata().id());
          if (account.equals("D")) {
            throw new ConflictException(new SQLException("40001"));
          }
          return new Opened(account);
        });
    LocalCommandBus bus = start();

    assertThatThrownBy(() -> bus.sendAll(List.of(new Open("C"), new Open("D"))));

    assertThat(entries())
        .extracting(AuditEntry::target, AuditEntry::messageId)
        .containsExactly(tuple("D", tried.get("D")), tuple("C", tried.get("C")));
  }

  @Test
  void of_several_at_once_only_the_one_is_written_for_which_nothing_is_done() {
    test.handling(Open.class, Opened.class, message -> new Opened("A"));
    LocalCommandBus bus = start();

    assertThatThrownBy(() -> bus.sendAll(List.of(new Open("A"), new Open(" "), new Open("C"))));
    handedOver.forEach(Runnable::run);

    assertThat(only().target()).isEqualTo(" ");
  }

  @Test
  void a_repetition_is_written_as_one() {
    test.handling(Open.class, Opened.class, message -> new Opened("A"));
    CommandBus bus = start().withIdempotencyKey("k");

    bus.send(new Open("A"));
    bus.send(new Open("A"));

    assertThat(entries())
        .extracting(AuditEntry::outcome)
        .containsExactly(Outcome.REPEATED, Outcome.SUCCEEDED);
  }

  @ParameterizedTest
  @CsvSource({"-10, 0", "10, 1"})
  void what_an_interceptor_answers_by_itself_is_written_behind_the_place_of_idempotency(
      int beside, int entries) {
    test.handling(Open.class, Opened.class, message -> new Opened("A"));
    test.interceptors.put(CommandOrder.IDEMPOTENCY + beside, (message, next) -> new Opened("B"));

    start().send(new Open("A"));

    assertThat(entries()).hasSize(entries);
  }

  @Test
  void what_a_handler_sends_is_written_with_its_cause() {
    CompletableFuture<CommandBus> bus = new CompletableFuture<>();
    test.handling(Outer.class, Opened.class, message -> bus.join().send(new Open("A")))
        .handling(Open.class, Opened.class, message -> new Opened("A"));
    bus.complete(start());

    bus.join().send(new Outer());

    AuditEntry outer = entries().get(0);
    AuditEntry inner = entries().get(1);
    assertThat(inner.what()).isEqualTo("Open");
    assertThat(inner.causationId()).isEqualTo(outer.messageId());
    assertThat(inner.correlationId()).isEqualTo(outer.correlationId());
  }

  @Test
  void what_fails_inside_is_written_by_another_thread_and_what_is_undone_with_it_is_not() {
    CompletableFuture<CommandBus> bus = new CompletableFuture<>();
    test.handling(
            Outer.class,
            Opened.class,
            message -> {
              bus.join().send(new Open("done"));
              return bus.join().send(new Open(" "));
            })
        .handling(Open.class, Opened.class, message -> new Opened("A"));
    bus.complete(start());

    assertThatThrownBy(() -> bus.join().send(new Outer()));
    assertThat(handedOver).hasSize(1);
    handedOver.forEach(Runnable::run);

    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::outcome)
        .containsExactly(tuple("Outer", Outcome.REFUSED), tuple("Open", Outcome.REFUSED));
    assertThat(entries().get(1).causationId()).isEqualTo(entries().get(0).messageId());
  }

  @Test
  void a_conflict_inside_is_left_to_who_tries_again() {
    CompletableFuture<CommandBus> bus = new CompletableFuture<>();
    AtomicInteger attempts = new AtomicInteger();
    test.handling(Outer.class, Opened.class, message -> bus.join().send(new Open("A")))
        .handling(
            Open.class,
            Opened.class,
            message -> {
              if (attempts.incrementAndGet() < 3) {
                throw new ConflictException(new SQLException("40001"));
              }
              return new Opened("A");
            });
    bus.complete(start());

    bus.join().send(new Outer());

    assertThat(handedOver).isEmpty();
    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::outcome)
        .containsExactly(tuple("Outer", Outcome.SUCCEEDED), tuple("Open", Outcome.SUCCEEDED));
  }

  @Test
  void an_action_that_loses_a_conflict_inside_is_left_to_who_tries_again() {
    AuditTrail trail = new AuditTrail(services(store));
    AtomicInteger attempts = new AtomicInteger();
    test.handling(
        Open.class,
        Opened.class,
        message ->
            trail
                .begin("box.open", "A", "")
                .inTransaction(
                    () -> {
                      if (attempts.incrementAndGet() < 3) {
                        throw new ConflictException(new SQLException("40001"));
                      }
                      return new Opened("A");
                    }));

    start().send(new Open("A"));
    handedOver.forEach(Runnable::run);

    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::outcome)
        .containsExactlyInAnyOrder(
            tuple("Open", Outcome.SUCCEEDED), tuple("box.open", Outcome.SUCCEEDED));
  }

  @Test
  void in_the_applications_own_transaction_its_conflict_is_written() {
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          throw new ConflictException(new SQLException("40001"));
        });
    LocalCommandBus bus = start();

    assertThatThrownBy(() -> test.unitOfWork.run(() -> bus.send(new Open("A"))));
    handedOver.forEach(Runnable::run);

    assertThat(only().code()).isEqualTo("ORX-2001");
  }

  @Test
  void from_where_it_comes_goes_with_it_to_another_thread() throws Exception {
    test.handling(Open.class, Opened.class, message -> new Opened("A"));
    LocalCommandBus bus = start();

    caller.begin("203.0.113.7");
    try {
      bus.sendAsync(new Open("A")).toCompletableFuture().get();
    } finally {
      caller.end();
    }
    test.clock.advance(Duration.ofMillis(1)); // ids of two threads ascend with time only
    bus.send(new Open("B"));

    assertThat(entries()).extracting(AuditEntry::origin).containsExactly("", "203.0.113.7");
  }

  @Test
  void a_log_that_is_away_keeps_commands_from_being_done_but_hides_no_failure() {
    test.handling(Open.class, Opened.class, message -> new Opened("A"));
    LocalCommandBus bus = start(away());

    assertThatThrownBy(() -> bus.send(new Open("A"))).hasMessage("no table");
    assertThatThrownBy(() -> bus.send(new Open(" "))).isInstanceOf(InvalidCommandException.class);
  }

  @Test
  void while_the_database_is_away_nobody_waits_for_it_twice() {
    AtomicInteger asked = new AtomicInteger();
    test.handling(
        Open.class,
        Opened.class,
        message -> {
          throw new UnavailableException(new SQLException("08006"));
        });
    LocalCommandBus bus =
        start(
            proxy(
                () -> {
                  asked.incrementAndGet();
                  return null;
                }));

    assertThatThrownBy(() -> bus.send(new Open("A"))).isInstanceOf(UnavailableException.class);

    assertThat(asked).hasValue(0);
  }

  private static AuditStore away() {
    return proxy(
        () -> {
          throw new IllegalStateException("no table");
        });
  }

  private static AuditStore proxy(Callable<?> append) {
    return (AuditStore)
        Proxy.newProxyInstance(
            AuditStore.class.getClassLoader(),
            new Class<?>[] {AuditStore.class},
            (proxy, method, arguments) -> append.call());
  }

  @Test
  void a_target_that_cannot_be_read_hinders_nobody() {
    record Odd(@TargetId @Nullable String account) implements Command {}
    test.handling(Odd.class, Opened.class, message -> new Opened("A"));

    start().send(new Odd(null));

    assertThat(only().target()).isEmpty();
  }
}
