package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork.End;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways to send, and what stands on the way of a command. */
class SendingTest {

  @RolesAllowed({"teller", "manager"})
  record Guarded() implements Command {}

  @DenyAll
  record Closed() implements Command {}

  @RolesAllowed("manager")
  sealed interface OfManagers extends Command {}

  record Inherited() implements OfManagers {}

  @PermitAll
  record Opened() implements OfManagers {}

  private final TestBus test = new TestBus();
  private final List<String> seen = new ArrayList<>();
  private final Greet greet = new Greet("Ada");

  private static Caller withRoles(String... roles) {
    return new Caller() {
      @Override
      public String name() {
        return "ada";
      }

      @Override
      public boolean isInRole(String role) {
        return Set.of(roles).contains(role);
      }
    };
  }

  @Test
  void an_asynchronous_answer_comes_from_another_thread() {
    CommandBus bus =
        test.handling(Greet.class, String.class, message -> Thread.currentThread().getName())
            .start();

    assertThat(bus.sendAsync(greet, String.class).toCompletableFuture().join())
        .isNotEqualTo(Thread.currentThread().getName());
    assertThat(bus.sendAsync(greet).toCompletableFuture().join()).isInstanceOf(String.class);
  }

  @Test
  void what_is_sent_asynchronously_belongs_to_the_conversation_of_its_sender() throws Exception {
    Origin origin = new Origin(UUID.randomUUID(), UUID.randomUUID(), "00-trace");
    CommandBus bus = test.handling(Greet.class, Metadata.class, CommandMessage::metadata).start();

    Metadata sent =
        test.current
            .callWithin(origin, 1, () -> bus.sendAsync(greet, Metadata.class))
            .toCompletableFuture()
            .join();

    assertThat(sent.correlationId()).isEqualTo(origin.correlationId());
    assertThat(sent.causationId()).isEqualTo(origin.causationId());
    assertThat(sent.traceparent()).isEqualTo("00-trace");
  }

  @Test
  void an_asynchronous_failure_is_that_of_the_handler() {
    IllegalStateException failure = new IllegalStateException("no");
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  throw failure;
                })
            .start();

    assertThatThrownBy(() -> bus.sendAsync(greet).toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .hasCause(failure);
  }

  /** Servers refuse in more than one way. */
  static Stream<RuntimeException> refusals() {
    return Stream.of(
        new RejectedExecutionException("full"), new IllegalStateException("it has stopped"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_no_thread_takes_is_told_and_not_executed(RuntimeException refusal) {
    test.executor =
        work -> {
          throw refusal;
        };
    IdempotencyKey key = new IdempotencyKey("request", 1);
    List<IdempotencyKey> back = new ArrayList<>();
    test.requestKeys =
        new RequestKeys() {
          @Override
          public Optional<IdempotencyKey> next() {
            return Optional.of(key);
          }

          @Override
          public void giveBack(IdempotencyKey unused) {
            back.add(unused);
          }
        };
    CommandBus bus = test.handling(Greet.class, String.class, message -> seen.add("x")).start();

    assertThatThrownBy(() -> bus.sendAsync(greet).toCompletableFuture().join())
        .cause()
        .hasMessageStartingWith("ORX-2112");
    assertThat(seen).isEmpty();
    assertThat(back).containsExactly(key);
  }

  @Test
  void several_commands_are_one_unit_of_work() {
    List<Object> units = new ArrayList<>();
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  units.add(test.unitOfWork.key());
                  return ((Greet) message.payload()).name();
                })
            .start();

    assertThat(bus.sendAll(List.of(greet, new Greet("Bob")))).isEqualTo(List.of("Ada", "Bob"));
    assertThat(units).hasSize(2);
    assertThat(Set.copyOf(units)).hasSize(1);
    assertThat(bus.sendAll(List.of())).isEmpty();
  }

  @Test
  void several_commands_are_tried_again_together() {
    List<Integer> attempts = new ArrayList<>();
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  attempts.add(test.current.attempt());
                  if (attempts.size() == 2) {
                    throw new ConflictException(new IllegalStateException("lost"));
                  }
                  return null;
                })
            .start();

    bus.sendAll(List.of(greet, greet));

    assertThat(attempts).containsExactly(1, 1, 2, 2);
  }

  @Test
  void interceptors_stand_in_the_order_of_their_places() {
    test.interceptors.put(CommandOrder.TRANSACTION + 10, interceptor("inside"));
    test.interceptors.put(CommandOrder.RETRY - 10, interceptor("outside"));
    test.interceptors.put(1, interceptor("first"));
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  if (test.current.attempt() == 1) {
                    throw new ConflictException(new IllegalStateException("lost"));
                  }
                  return "hello";
                })
            .start();

    assertThat(bus.send(greet)).isEqualTo("hello");
    assertThat(seen).containsExactly("first false", "outside false", "inside true", "inside true");
  }

  private CommandInterceptor interceptor(String name) {
    return (message, next) -> {
      seen.add(name + " " + test.unitOfWork.isActive());
      return next.handle(message);
    };
  }

  @Test
  void an_interceptor_refuses_or_changes_the_answer() {
    test.interceptors.put(1, (message, next) -> next.handle(message) + "!");
    CommandBus bus = test.handling(Greet.class, String.class, message -> "hello").start();

    assertThat(bus.send(greet)).isEqualTo("hello!");
  }

  @Test
  void a_command_needs_one_of_its_roles() {
    test.handling(Guarded.class, String.class, message -> "done");

    assertThatThrownBy(() -> test.start().send(new Guarded()))
        .isInstanceOf(ForbiddenCommandException.class)
        .hasMessageStartingWith("ORX-2110");
    test.caller = withRoles("manager");
    assertThat(test.start().send(new Guarded())).isEqualTo("done");
  }

  @Test
  void roles_are_inherited_unless_the_command_has_a_rule_of_its_own() {
    test.handling(Inherited.class, String.class, message -> "done")
        .handling(Opened.class, String.class, message -> "done")
        .handling(Closed.class, String.class, message -> "done");
    test.caller = withRoles("teller");
    CommandBus bus = test.start();

    assertThatThrownBy(() -> bus.send(new Inherited())).hasMessageStartingWith("ORX-2110");
    assertThatThrownBy(() -> bus.send(new Closed())).hasMessageStartingWith("ORX-2110");
    assertThat(bus.send(new Opened())).isEqualTo("done");
  }

  @Test
  void a_command_that_took_too_long_keeps_nothing() {
    test.settings.put("orchestrix.command.Greet.timeout", "PT10S");
    List<End> ends = new ArrayList<>();
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  test.unitOfWork.afterEnd(ends::add);
                  test.clock.advance(Duration.ofSeconds(11));
                  return "late";
                })
            .start();

    assertThat(catchThrowableOfType(CommandTimedOutException.class, () -> bus.send(greet)))
        .hasMessageStartingWith("ORX-2111")
        .hasMessageContaining("orchestrix.command.Greet.timeout");
    assertThat(ends).containsExactly(End.NOT_COMMITTED);
  }

  @Test
  void no_attempt_begins_that_would_be_late() {
    test.settings.put("orchestrix.timeout", "PT2.5S");
    test.settings.put("orchestrix.retry.policy", "fixed");
    test.settings.put("orchestrix.retry.pause", "PT1S");
    test.settings.put("orchestrix.retry.longest", "PT1S");
    test.settings.put("orchestrix.retry.jitter", "false");
    CommandBus bus =
        test.handling(
                Greet.class,
                String.class,
                message -> {
                  throw new ConflictException(new IllegalStateException("lost"));
                })
            .start();

    assertThatThrownBy(() -> bus.send(greet)).isInstanceOf(ConflictException.class);
    assertThat(test.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void a_command_has_its_own_policy() {
    test.settings.put("orchestrix.command.Greet.retry.attempts", "3");
    test.settings.put("orchestrix.retry.attempts", "7");
    AtomicInteger tries = new AtomicInteger();
    CommandHandler losing =
        message -> {
          tries.incrementAndGet();
          throw new ConflictException(new IllegalStateException("lost"));
        };
    CommandBus bus =
        test.handling(Greet.class, String.class, losing)
            .handling(Guarded.class, String.class, losing)
            .handling(Opened.class, String.class, losing)
            .start();

    assertThatThrownBy(() -> bus.send(greet)).isInstanceOf(ConflictException.class);
    assertThat(tries.getAndSet(0)).isEqualTo(3);
    assertThatThrownBy(() -> bus.send(new Opened())).isInstanceOf(ConflictException.class);
    assertThat(tries).hasValue(7);
  }
}
