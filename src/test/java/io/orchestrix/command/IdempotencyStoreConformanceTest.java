package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.IdempotencyStore.Execution;
import io.orchestrix.command.IdempotencyStore.Owned;
import io.orchestrix.command.inmemory.InMemoryIdempotencyStore;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of executions has to show. */
@ParameterizedClass
@EnumSource
class IdempotencyStoreConformanceTest {

  enum Kept {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES
  }

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Map<Kept, Container> STARTED = new EnumMap<>(Kept.class);
  private static final UnitOfWork IN_MEMORY = new InMemoryUnitOfWork();
  private static final IdempotencyStore REMEMBERED = new InMemoryIdempotencyStore(IN_MEMORY);

  private final UnitOfWork unitOfWork;
  private final IdempotencyStore store;
  private final Owned key = owned("ada", UUID.randomUUID().toString(), 1);

  IdempotencyStoreConformanceTest(Kept kept) {
    if (kept == Kept.IN_MEMORY) {
      unitOfWork = IN_MEMORY;
      store = REMEMBERED;
    } else {
      Container container = STARTED.computeIfAbsent(kept, IdempotencyStoreConformanceTest::start);
      unitOfWork = container.get(UnitOfWork.class);
      store = container.get(IdempotencyStore.class);
    }
  }

  private static Container start(Kept kept) {
    return Container.start((kept == Kept.ON_H2 ? Database.H2 : Database.POSTGRES).open());
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(Container::close);
    STARTED.clear();
  }

  private static Owned owned(String caller, String value, int place) {
    return new Owned(caller, new IdempotencyKey(value, place));
  }

  /** Takes a key in a unit of work of its own, and answers if it was free. */
  private Optional<Execution> execute(Owned key, String print, Instant now, Instant until) {
    return unitOfWork.get(
        () -> {
          Optional<Execution> earlier = store.take(key, print, now, until);
          if (earlier.isEmpty()) {
            store.answered(key, "\"of " + print + "\"");
          }
          return earlier;
        });
  }

  private static Optional<Execution> executed(String print) {
    return Optional.of(new Execution(print, "\"of " + print + "\""));
  }

  private void rollBack(Runnable work) {
    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      work.run();
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
  }

  @Test
  void a_key_is_taken_once_and_then_tells_what_was_answered() {
    assertThat(execute(key, "first", NOW, LATER)).isEmpty();
    assertThat(execute(key, "second", NOW, LATER)).isEqualTo(executed("first"));
    assertThat(execute(key, "third", NOW, LATER)).isEqualTo(executed("first"));
  }

  @Test
  void in_its_unit_of_work_a_key_is_taken_before_it_is_answered() {
    unitOfWork.get(
        () -> {
          assertThat(store.take(key, "outer", NOW, LATER)).isEmpty();
          assertThat(store.take(key, "inner", NOW, LATER)).contains(new Execution("outer", null));
          store.answered(key, "42");
          assertThat(store.take(key, "inner", NOW, LATER)).contains(new Execution("outer", "42"));
          return key;
        });
  }

  @Test
  void what_is_rolled_back_leaves_the_key_free() {
    rollBack(
        () -> {
          store.take(key, "undone", NOW, LATER);
          store.answered(key, "42");
        });

    assertThat(execute(key, "again", NOW, LATER)).isEmpty();
    assertThat(execute(key, "again", NOW, LATER)).isEqualTo(executed("again"));
  }

  @Test
  void an_execution_counts_until_its_time_is_over() {
    execute(key, "old", NOW, LATER);

    assertThat(execute(key, "new", LATER.minusNanos(1_000), LATER)).isEqualTo(executed("old"));
    assertThat(execute(key, "new", LATER, LATER.plusSeconds(60))).isEmpty();
    assertThat(execute(key, "newer", LATER, LATER.plusSeconds(60))).isEqualTo(executed("new"));
  }

  @Test
  void one_that_was_taken_anew_is_given_back_when_that_rolls_back() {
    execute(key, "old", NOW, LATER);

    rollBack(
        () -> {
          assertThat(store.take(key, "new", LATER, LATER.plusSeconds(60))).isEmpty();
          assertThat(store.take(key, "new", LATER, LATER.plusSeconds(60)))
              .contains(new Execution("new", null));
        });

    assertThat(execute(key, "again", NOW, LATER)).isEqualTo(executed("old"));
  }

  @Test
  void the_caller_the_value_and_the_place_make_a_key() {
    String value = key.key().value();
    String longName = "x".repeat(300);
    List<Owned> keys =
        List.of(
            key,
            owned("bob", value, 1),
            owned("ADA", value, 1),
            owned("", value, 1),
            owned(longName + "1", value, 1),
            owned(longName + "2", value, 1),
            owned("ada", value, 2),
            owned("ada", value + "A", 1),
            owned("ada", value + "a", 1));

    assertThat(keys).allSatisfy(each -> assertThat(execute(each, "first", NOW, LATER)).isEmpty());
    assertThat(keys)
        .allSatisfy(
            each -> assertThat(execute(each, "second", NOW, LATER)).isEqualTo(executed("first")));
  }

  @Test
  void a_key_that_another_unit_of_work_holds_is_in_use_at_once() {
    unitOfWork.get(
        () -> {
          store.take(key, "first", NOW, LATER);
          CompletableFuture<Optional<Execution>> other =
              CompletableFuture.supplyAsync(() -> execute(key, "second", NOW, LATER));
          assertThatThrownBy(other::join)
              .hasCauseInstanceOf(KeyInUseException.class)
              .hasMessageContainingAll("ORX-2107", key.key().value());
          store.answered(key, "\"of first\"");
          return key;
        });

    assertThat(execute(key, "second", NOW, LATER)).isEqualTo(executed("first"));
  }

  @Test
  void a_key_whose_holder_was_rolled_back_is_not_in_use() {
    rollBack(() -> store.take(key, "undone", NOW, LATER));

    assertThat(CompletableFuture.supplyAsync(() -> execute(key, "other", NOW, LATER)).join())
        .isEmpty();
  }

  @Test
  void what_is_over_is_forgotten_a_bounded_number_at_a_time() {
    Instant longAgo = NOW.minusSeconds(1_000_000);
    List<Owned> over =
        Stream.generate(() -> owned("", UUID.randomUUID() + "", 1)).limit(5).toList();
    over.forEach(each -> execute(each, "over", longAgo, longAgo.plusSeconds(1)));
    execute(key, "kept", longAgo, longAgo.plusSeconds(3));

    assertThat(store.forget(longAgo, 10)).isZero();
    assertThat(store.forget(longAgo.plusSeconds(2), 2)).isEqualTo(2);
    assertThat(store.forget(longAgo.plusSeconds(2), 10)).isEqualTo(3);
    assertThat(store.forget(longAgo.plusSeconds(2), 10)).isZero();

    assertThat(execute(key, "again", longAgo, LATER)).isEqualTo(executed("kept"));
    assertThat(over)
        .allSatisfy(each -> assertThat(execute(each, "again", longAgo, LATER)).isEmpty());
  }
}
