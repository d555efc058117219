package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two versions of an application on one store, as in a rolling deployment. */
class RollingChangeTest {

  /** The older version. */
  static final class Before {
    record MoneyDeposited(String account, BigDecimal amount) implements Event {}

    record AccountClosed(String account) implements Event {}

    static EventFormat format(UnknownEvents unknown) {
      return RollingChangeTest.format(
          List.of(Before.MoneyDeposited.class, Before.AccountClosed.class), List.of(), unknown);
    }
  }

  /** The newer one: amounts have a currency, closing has got a reason, freezing is new. */
  static final class After {
    @EventType(revision = 2)
    record MoneyDeposited(String account, BigDecimal amount, String currency) implements Event {}

    record AccountClosed(String account, String reason) implements Event {}

    record AccountFrozen(String account) implements Event {}

    static EventFormat format(UnknownEvents unknown) {
      Upcaster inEuros =
          Upcaster.of(
              "MoneyDeposited",
              1,
              old -> Json.createObjectBuilder(old).add("currency", "EUR").build());
      return RollingChangeTest.format(
          List.of(After.MoneyDeposited.class, After.AccountClosed.class, AccountFrozen.class),
          List.of(inEuros),
          unknown);
    }
  }

  private static EventFormat format(
      List<Class<? extends Event>> types, List<Upcaster> upcasters, UnknownEvents unknown) {
    return new EventFormat(new EventTypes(types), upcasters, new JacksonPayloadCodec(), unknown);
  }

  private static BigDecimal amount(Random random) {
    return BigDecimal.valueOf(random.nextLong(1_000_000), random.nextInt(4));
  }

  @ParameterizedTest
  @EnumSource
  void the_newer_version_reads_all_that_both_write_whatever_becomes_of_unknown_events(
      UnknownEvents unknown) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    EventFormat before = Before.format(unknown);
    EventFormat after = After.format(unknown);
    for (int i = 0; i < 200; i++) {
      BigDecimal amount = amount(random);
      Event expected = new After.MoneyDeposited("a-1", amount, "EUR");
      Event written = random.nextBoolean() ? new Before.MoneyDeposited("a-1", amount) : expected;
      EventFormat writer = written == expected ? after : before;

      assertThat(after.decode(writer.encode(written)))
          .as("seed %d", seed)
          .containsExactly(expected);
    }
    assertThat(after.decode(before.encode(new Before.AccountClosed("a-1"))))
        .hasOnlyElementsOfType(After.AccountClosed.class);
  }

  @Test
  void the_older_version_reads_what_was_only_added_to() {
    EventFormat before = Before.format(UnknownEvents.FAIL);
    EventFormat after = After.format(UnknownEvents.FAIL);

    assertThat(before.decode(after.encode(new After.AccountClosed("a-1", "moved"))))
        .containsExactly(new Before.AccountClosed("a-1"));
  }

  @Test
  void the_older_version_fails_skips_or_keeps_what_it_cannot_know() {
    List<StoredPayload> newer = new ArrayList<>();
    EventFormat after = After.format(UnknownEvents.FAIL);
    newer.add(after.encode(new After.MoneyDeposited("a-1", BigDecimal.ONE, "USD")));
    newer.add(after.encode(new After.AccountFrozen("a-1")));

    for (StoredPayload stored : newer) {
      assertThat(Before.format(UnknownEvents.SKIP).decode(stored)).isEmpty();
      assertThat(Before.format(UnknownEvents.RAW).decode(stored))
          .containsExactly(new RawEvent(stored.type(), stored.revision(), stored.json()));
    }
    EventFormat failing = Before.format(UnknownEvents.FAIL);
    assertThatThrownBy(() -> failing.decode(newer.get(0))).hasMessageStartingWith("ORX-1010");
    assertThatThrownBy(() -> failing.decode(newer.get(1))).hasMessageStartingWith("ORX-1004");
  }

  /** A class that accepts its next name before anybody writes it. */
  @EventType(value = "AccountTouched", aliases = "AccountVisited")
  record Prepared(String account) implements Event {}

  @EventType(value = "AccountVisited", aliases = "AccountTouched")
  record Renamed(String account) implements Event {}

  @Test
  void a_name_changes_in_two_steps_without_a_moment_in_which_one_version_cannot_read() {
    EventFormat first = format(List.of(Prepared.class), List.of(), UnknownEvents.FAIL);
    EventFormat second = format(List.of(Renamed.class), List.of(), UnknownEvents.FAIL);

    assertThat(first.decode(second.encode(new Renamed("a-1"))))
        .containsExactly(new Prepared("a-1"));
    assertThat(second.decode(first.encode(new Prepared("a-1"))))
        .containsExactly(new Renamed("a-1"));
  }
}
