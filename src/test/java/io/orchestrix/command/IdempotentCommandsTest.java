package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.harness.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A command is executed once under a key, through all that the bus does. */
@ParameterizedClass
@EnumSource
class IdempotentCommandsTest {

  enum Kept {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES
  }

  private static final int SENDERS = 32;
  private static final Map<Kept, Container> STARTED = new EnumMap<>(Kept.class);

  private final Container container;
  private final CommandBus commands;
  private final String tally = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();

  IdempotentCommandsTest(Kept kept) {
    container = STARTED.computeIfAbsent(kept, IdempotentCommandsTest::start);
    commands = container.get(CommandBus.class);
  }

  private static Container start(Kept kept) {
    TestDatabase database = (kept == Kept.ON_POSTGRES ? Database.POSTGRES : Database.H2).open();
    return Container.startWith(
        Map.of("orchestrix.store", kept == Kept.IN_MEMORY ? "memory" : "jpa"),
        database,
        Tally.class,
        Enter.Clerk.class);
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(Container::close);
    STARTED.clear();
  }

  private Object send() {
    try {
      return commands.withIdempotencyKey(key).send(new Enter(tally), Long.class);
    } catch (KeyInUseException e) {
      return e;
    }
  }

  private long sum() {
    return container.get(Enter.Clerk.class).sumOf(tally);
  }

  @Test
  void many_who_send_it_at_once_get_one_answer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    CyclicBarrier together = new CyclicBarrier(SENDERS);
    List<CompletableFuture<Object>> sent =
        IntStream.range(0, SENDERS)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(together);
                          return send();
                        },
                        threads))
            .toList();

    List<Object> answers = sent.stream().map(CompletableFuture::join).toList();
    threads.shutdown();

    assertThat(answers)
        .contains(1L)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOfAny(Long.class, KeyInUseException.class)
                    .isNotEqualTo(2L));
    assertThat(sum()).isEqualTo(1);
    assertThat(send()).isEqualTo(1L);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void one_that_fails_leaves_its_key_free() {
    Enter.Clerk.MEANWHILE.set(
        () -> {
          throw new IllegalStateException("not now");
        });

    assertThatThrownBy(this::send).hasMessage("not now");
    assertThat(send()).isEqualTo(1L);
    assertThat(send()).isEqualTo(1L);
    assertThat(sum()).isEqualTo(1);
  }

  @Test
  void a_key_is_for_one_command() {
    send();

    assertThatThrownBy(
            () -> commands.withIdempotencyKey(key).send(new Enter(tally + " of another")))
        .isInstanceOf(IdempotencyException.class)
        .hasMessageStartingWith("ORX-2106");
  }

  @Test
  void under_the_key_of_several_all_get_their_answers_again() {
    List<Enter> both = List.of(new Enter(tally), new Enter(tally));

    assertThat(commands.withIdempotencyKey(key).sendAll(both)).containsExactly(1L, 2L);
    assertThat(commands.withIdempotencyKey(key).sendAll(both)).containsExactly(1L, 2L);
    assertThat(sum()).isEqualTo(2);
  }

  @Test
  void it_is_executed_once_when_it_is_sent_to_another_thread_as_well() {
    CommandBus keyed = commands.withIdempotencyKey(key);

    assertThat(keyed.sendAsync(new Enter(tally), Long.class).toCompletableFuture().join())
        .isEqualTo(1L);
    assertThat(keyed.sendAsync(new Enter(tally)).toCompletableFuture().join()).isEqualTo(1L);
    assertThat(sum()).isEqualTo(1);
  }
}
