package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.IdempotencyStore.Execution;
import io.orchestrix.command.IdempotencyStore.Owned;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers of one application work on one PostgreSQL; each knows only its own keys in use. */
class IdempotencyOnNodesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static Container one;
  private static Container two;

  private final Owned key = new Owned("ada", new IdempotencyKey(UUID.randomUUID().toString()));

  @BeforeAll
  static void start() {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    one = Container.startIn(schema, TestDatabase.postgres(), Tally.class, Enter.Clerk.class);
    two = Container.startIn(schema, TestDatabase.postgres(), Tally.class, Enter.Clerk.class);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  private static <T> T in(Container node, Supplier<T> work) {
    return node.get(UnitOfWork.class).get(work);
  }

  private Optional<Execution> take(Container node, String print, Instant now) {
    return node.get(IdempotencyStore.class).take(key, print, now, now.plusSeconds(60));
  }

  private static void awaitThatSomebodyWaits() {
    Awaitility.await()
        .pollInSameThread()
        .until(
            () -> one.dataSource().number("select count(*) from pg_locks where not granted") > 0);
  }

  @Test
  void the_second_waits_for_the_first_and_gets_its_answer() {
    CompletableFuture<Optional<Execution>> second =
        in(
            one,
            () -> {
              assertThat(take(one, "first", NOW)).isEmpty();
              CompletableFuture<Optional<Execution>> waiting =
                  CompletableFuture.supplyAsync(() -> in(two, () -> take(two, "second", NOW)));
              awaitThatSomebodyWaits();
              one.get(IdempotencyStore.class).answered(key, "42");
              return waiting;
            });

    assertThat(second.join()).contains(new Execution("first", "42"));
  }

  @Test
  void the_second_takes_the_key_when_the_first_is_rolled_back() {
    CompletableFuture<CompletableFuture<Optional<Execution>>> waiting = new CompletableFuture<>();
    assertThatThrownBy(
            () ->
                in(
                    one,
                    () -> {
                      take(one, "first", NOW);
                      waiting.complete(
                          CompletableFuture.supplyAsync(
                              () -> in(two, () -> take(two, "second", NOW))));
                      awaitThatSomebodyWaits();
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(waiting.join().join()).isEmpty();
    assertThat(in(one, () -> take(one, "third", NOW))).contains(new Execution("second", null));
  }

  @Test
  void what_is_taken_anew_is_not_forgotten_meanwhile() {
    Instant longAgo = NOW.minusSeconds(1_000_000); // nothing of the other tests is over then
    Instant over = longAgo.plusSeconds(60);
    in(one, () -> take(one, "old", longAgo));

    CompletableFuture<Integer> forgotten =
        in(
            one,
            () -> {
              assertThat(take(one, "new", over)).isEmpty();
              CompletableFuture<Integer> forgetting =
                  CompletableFuture.supplyAsync(
                      () -> two.get(IdempotencyStore.class).forget(over, 10));
              awaitThatSomebodyWaits();
              return forgetting;
            });

    assertThat(forgotten.join()).isZero();
    assertThat(in(two, () -> take(two, "newer", over))).contains(new Execution("new", null));
  }

  @Test
  void a_command_that_both_send_is_executed_by_one() {
    String tally = UUID.randomUUID().toString();
    CompletableFuture<CompletableFuture<Long>> repetition = new CompletableFuture<>();
    Enter.Clerk.MEANWHILE.set(
        () -> {
          repetition.complete(CompletableFuture.supplyAsync(() -> send(two, tally)));
          awaitThatSomebodyWaits();
        });

    assertThat(send(one, tally)).isEqualTo(1);
    assertThat(repetition.join().join()).isEqualTo(1);
    assertThat(one.get(Enter.Clerk.class).sumOf(tally)).isEqualTo(1);
  }

  private static long send(Container node, String tally) {
    return node.get(CommandBus.class).withIdempotencyKey(tally).send(new Enter(tally), Long.class);
  }
}
