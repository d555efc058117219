package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Command;
import io.orchestrix.unitofwork.ConflictException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command with an idempotency key is executed once. */
class IdempotentCommandTest {

  record Pay(String to, BigDecimal amount) implements Command {}

  record Tell(Set<String> names, Map<String, Integer> ages) implements Command {}

  record Receipt(int number, BigDecimal amount) {}

  /** Without {@code equals}, and with what no JSON holds. */
  static final class Door {
    final Runnable bell = () -> {};
  }

  private static final Pay PAY = new Pay("Ada", new BigDecimal("5.00"));

  private final AtomicInteger executed = new AtomicInteger();
  private final TestBus bus = new TestBus().handling(Pay.class, Receipt.class, this::pay);
  private final CommandBus commands = bus.start();

  private Object pay(CommandMessage message) {
    return new Receipt(executed.incrementAndGet(), ((Pay) message.payload()).amount());
  }

  private static CommandBus answering(Type declared, @Nullable Object answer) {
    return new TestBus().handling(Pay.class, declared, message -> answer).start();
  }

  private static @Nullable Object twice(CommandBus commands) {
    commands.withIdempotencyKey("k").send(PAY);
    return commands.withIdempotencyKey("k").send(PAY);
  }

  @Test
  void a_repetition_gets_the_same_answer_and_executes_nothing() {
    Receipt first = commands.withIdempotencyKey("k").send(PAY, Receipt.class);
    Receipt again = commands.withIdempotencyKey("k").send(PAY, Receipt.class);

    assertThat(again).isEqualTo(first).isNotSameAs(first);
    assertThat(again.amount()).isEqualTo(new BigDecimal("5.00"));
    assertThat(executed).hasValue(1);
  }

  @Test
  void without_a_key_each_is_executed() {
    commands.send(PAY);
    commands.send(PAY);

    assertThat(executed).hasValue(2);
  }

  @Test
  void another_key_is_another_command() {
    commands.withIdempotencyKey("a").send(PAY);
    commands.withIdempotencyKey("b").send(PAY);

    assertThat(executed).hasValue(2);
  }

  @Test
  void the_same_key_with_other_values_is_refused() {
    commands.withIdempotencyKey("k").send(PAY);

    assertThatThrownBy(
            () -> commands.withIdempotencyKey("k").send(new Pay("Ada", new BigDecimal("6.00"))))
        .isInstanceOf(IdempotencyException.class)
        .hasMessageStartingWith("ORX-2106")
        .hasMessageContaining("'k'")
        .extracting(failure -> ((OrchestrixException) failure).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(executed).hasValue(1);
  }

  @Test
  void the_same_key_with_another_command_is_refused() {
    bus.handling(Greet.class, String.class, message -> "hello");
    CommandBus both = bus.start();
    both.withIdempotencyKey("k").send(new Greet("Ada"));

    assertThatThrownBy(() -> both.withIdempotencyKey("k").send(PAY))
        .hasMessageStartingWith("ORX-2106");
  }

  @Test
  void the_order_of_sets_and_maps_does_not_make_another_command() {
    AtomicInteger told = new AtomicInteger();
    CommandBus tells =
        new TestBus()
            .handling(
                Tell.class,
                void.class,
                message -> {
                  told.incrementAndGet();
                  return null;
                })
            .start();
    Map<String, Integer> ages = new LinkedHashMap<>(Map.of("Ada", 1));
    ages.put("Bob", 2);
    Map<String, Integer> turned = new LinkedHashMap<>(Map.of("Bob", 2));
    turned.put("Ada", 1);

    tells.withIdempotencyKey("k").send(new Tell(new LinkedHashSet<>(List.of("Ada", "Bob")), ages));
    tells
        .withIdempotencyKey("k")
        .send(new Tell(new LinkedHashSet<>(List.of("Bob", "Ada")), turned));

    assertThat(told).hasValue(1);
  }

  @Test
  void a_failed_command_leaves_its_key_free() {
    AtomicInteger tries = new AtomicInteger();
    CommandBus failing =
        new TestBus()
            .handling(
                Pay.class,
                String.class,
                message -> {
                  if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("no");
                  }
                  return "paid";
                })
            .start();

    assertThatThrownBy(() -> failing.withIdempotencyKey("k").send(PAY)).hasMessage("no");
    assertThat(failing.withIdempotencyKey("k").send(PAY)).isEqualTo("paid");
  }

  @Test
  void an_attempt_that_lost_leaves_its_key_to_the_next() {
    AtomicInteger tries = new AtomicInteger();
    CommandBus losing =
        new TestBus()
            .handling(
                Pay.class,
                String.class,
                message -> {
                  if (tries.incrementAndGet() < 3) {
                    throw new ConflictException(new IllegalStateException("lost"));
                  }
                  return "paid";
                })
            .start();

    assertThat(losing.withIdempotencyKey("k").send(PAY)).isEqualTo("paid");
    assertThat(losing.withIdempotencyKey("k").send(PAY)).isEqualTo("paid");
    assertThat(tries).hasValue(3);
  }

  @Test
  void a_key_is_forgotten_after_its_time() {
    commands.withIdempotencyKey("k").send(PAY);
    bus.clock.advance(Duration.ofDays(1).minusNanos(1000));
    commands.withIdempotencyKey("k").send(PAY);
    assertThat(executed).hasValue(1);

    bus.clock.advance(Duration.ofNanos(1000));
    commands.withIdempotencyKey("k").send(PAY);
    assertThat(executed).hasValue(2);
  }

  @Test
  void the_key_of_another_caller_is_another_key() {
    Callers callers = new Callers();
    bus.caller = callers;
    CommandBus shared = bus.start();
    callers.name = "ada";
    shared.withIdempotencyKey("k").send(PAY);
    callers.name = "bob";
    shared.withIdempotencyKey("k").send(new Pay("Bob", BigDecimal.ONE));

    assertThat(executed).hasValue(2);
  }

  private static final class Callers implements Caller {
    private String name = "";

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isInRole(String role) {
      return false;
    }
  }

  @Test
  void no_answer_is_an_answer() {
    assertThat(twice(answering(void.class, null))).isNull();
    assertThat(twice(answering(Receipt.class, null))).isNull();
  }

  @Test
  void answers_keep_their_types() throws Exception {
    Type receipts = IdempotentCommandTest.class.getDeclaredField("receipts").getGenericType();
    List<Receipt> two = new ArrayList<>(List.of(new Receipt(1, BigDecimal.TEN)));

    assertThat(twice(answering(receipts, two))).isEqualTo(two);
    assertThat(twice(answering(long.class, 7L))).isEqualTo(7L);
    assertThat(twice(answering(String.class, "né\u0000\""))).isEqualTo("né\u0000\"");
    assertThat(twice(answering(Kind.class, Kind.CONFLICT))).isEqualTo(Kind.CONFLICT);
  }

  @SuppressWarnings("unused")
  private List<Receipt> receipts = List.of();

  @Test
  void an_answer_that_cannot_be_given_again_is_refused_before_anything_is_kept() {
    TestBus test =
        new TestBus().handling(Pay.class, Object.class, message -> new Receipt(1, BigDecimal.ONE));
    CommandBus vague = test.start();

    assertThatThrownBy(() -> vague.withIdempotencyKey("k").send(PAY))
        .hasMessageStartingWith("ORX-2109")
        .hasMessageContaining("Receipt");
    assertThatThrownBy(() -> twice(answering(Door.class, new Door())))
        .hasMessageStartingWith("ORX-2109");
    test.handling(Pay.class, String.class, message -> "paid");
    assertThat(test.start().withIdempotencyKey("k").send(PAY)).isEqualTo("paid");
  }

  @Test
  void a_repetition_of_another_expected_type_is_refused() {
    commands.withIdempotencyKey("k").send(PAY);

    assertThatThrownBy(() -> commands.withIdempotencyKey("k").send(PAY, String.class))
        .hasMessageStartingWith("ORX-2104");
  }

  @Test
  void a_handler_does_not_use_the_key_of_its_own_command() {
    CommandBus[] own = new CommandBus[1];
    TestBus test =
        new TestBus()
            .handling(Pay.class, Object.class, message -> own[0].withIdempotencyKey("k").send(PAY));
    own[0] = test.start();

    assertThatThrownBy(() -> own[0].withIdempotencyKey("k").send(PAY))
        .hasMessageStartingWith("ORX-2108");
  }

  @Test
  void several_commands_share_a_key_and_are_repeated_together() {
    List<Pay> pays = List.of(PAY, new Pay("Bob", BigDecimal.ONE));

    List<?> first = commands.withIdempotencyKey("k").sendAll(pays);
    List<?> again = commands.withIdempotencyKey("k").sendAll(pays);

    assertThat(again).isEqualTo(first).hasSize(2);
    assertThat(executed).hasValue(2);
  }

  @Test
  void the_key_of_a_request_goes_to_the_commands_that_it_leads_to_and_not_to_theirs() {
    AtomicInteger used = new AtomicInteger();
    CommandBus[] own = new CommandBus[1];
    TestBus test = new TestBus();
    test.requestKeys = () -> Optional.of(new IdempotencyKey("r", used.incrementAndGet()));
    test.handling(Pay.class, Receipt.class, this::pay)
        .handling(Greet.class, Receipt.class, message -> own[0].send(PAY));
    own[0] = test.start();

    own[0].send(new Greet("Ada"));
    own[0].send(PAY);
    assertThat(used).hasValue(2);
    used.set(0); // the request is repeated
    own[0].send(new Greet("Ada"));
    own[0].send(PAY);
    assertThat(executed).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "é"})
  void a_text_that_is_no_key_is_refused(String key) {
    assertThatThrownBy(() -> commands.withIdempotencyKey(key)).hasMessageStartingWith("ORX-2105");
  }

  @Test
  void a_key_has_200_characters_at_most() {
    commands.withIdempotencyKey("x".repeat(200)).send(PAY);

    assertThatThrownBy(() -> commands.withIdempotencyKey("x".repeat(201)))
        .isInstanceOf(IdempotencyException.class)
        .hasMessageContaining("201 characters");
  }

  /** A class without getters. */
  static final class Move implements Command {
    @SuppressWarnings("unused")
    private final int steps;

    Move(int steps) {
      this.steps = steps;
    }
  }

  @Test
  void a_command_class_is_told_from_others_by_its_fields() {
    CommandBus moves = new TestBus().handling(Move.class, void.class, message -> null).start();
    moves.withIdempotencyKey("k").send(new Move(1));
    moves.withIdempotencyKey("k").send(new Move(1));

    assertThatThrownBy(() -> moves.withIdempotencyKey("k").send(new Move(2)))
        .hasMessageStartingWith("ORX-2106");
  }

  record Holds(Object anything) implements Command {}

  @Test
  void a_command_that_cannot_be_told_from_others_is_refused() {
    CommandBus holding = new TestBus().handling(Holds.class, void.class, message -> null).start();
    Object[] circle = new Object[1];
    circle[0] = circle;

    assertThatThrownBy(() -> holding.withIdempotencyKey("k").send(new Holds(circle)))
        .hasMessageStartingWith("ORX-2113");
  }

  @Test
  void a_request_that_tries_a_failed_command_again_uses_the_same_key() {
    TestBus test = new TestBus();
    AtomicInteger tries = new AtomicInteger();
    test.requestKeys =
        new RequestKeys() {
          private int used;

          @Override
          public Optional<IdempotencyKey> next() {
            return Optional.of(new IdempotencyKey("r", ++used));
          }

          @Override
          public void giveBack(IdempotencyKey key) {
            used = key.place() - 1;
          }
        };
    CommandBus retried =
        test.handling(
                Pay.class,
                Receipt.class,
                message -> {
                  if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("no");
                  }
                  return pay(message);
                })
            .start();

    assertThatThrownBy(() -> retried.send(PAY)).hasMessage("no");
    retried.send(PAY);
    retried.withIdempotencyKey("r").send(PAY); // the key of its first place

    assertThat(executed).hasValue(1);
  }
}
