package io.orchestrix.unitofwork;

import static io.orchestrix.unitofwork.UnitOfWork.End.COMMITTED;
import static io.orchestrix.unitofwork.UnitOfWork.End.NOT_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.unitofwork.UnitOfWork.End;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TurnTest {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final List<End> ends = new ArrayList<>();
  private final Turn turn = new Turn(unitOfWork, ends::add, Duration.ofMillis(20));

  private boolean take() {
    return unitOfWork.get(
        () -> {
          turn.take();
          return turn.isMine();
        });
  }

  private boolean takeElsewhere() {
    return CompletableFuture.supplyAsync(this::take).orTimeout(20, TimeUnit.SECONDS).join();
  }

  private void conflictElsewhere() {
    assertThatThrownBy(this::takeElsewhere)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(ConflictException.class)
        .hasMessageStartingWith("ORX-2001")
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void who_waits_too_long_gets_a_conflict_and_others_have_their_turn() {
    unitOfWork.get(
        () -> {
          turn.take();
          conflictElsewhere();
          return assertThat(turn.isMine()).isTrue();
        });

    assertThat(takeElsewhere()).isTrue();
    assertThat(turn.isMine()).isFalse();
    assertThat(ends).containsExactly(COMMITTED, COMMITTED);
  }

  @Test
  void a_turn_that_is_taken_twice_is_given_back_once() {
    unitOfWork.get(
        () -> {
          turn.take();
          return take();
        });

    unitOfWork.get(
        () -> {
          turn.take();
          conflictElsewhere();
          return true;
        });
    assertThat(ends).containsExactly(COMMITTED, COMMITTED);
  }

  @Test
  void who_is_interrupted_does_not_keep_the_turn() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::take)
        .isInstanceOf(ConflictException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(takeElsewhere()).isTrue();
  }

  @Test
  void an_end_that_fails_passes_the_turn_on() {
    Turn failing =
        new Turn(
            unitOfWork,
            end -> {
              ends.add(end);
              throw new AssertionError("no");
            },
            Duration.ofMillis(20));
    Logger logger = Logger.getLogger("io.orchestrix.unitofwork.inmemory.OpenWork");
    logger.setFilter(entry -> false); // it tells of the failure, which is ours
    for (int i = 0; i < 2; i++) {
      unitOfWork.get(
          () -> {
            failing.take();
            return true;
          });
    }
    logger.setFilter(null);

    assertThat(ends).hasSize(2);
  }

  @Test
  void a_unit_of_work_whose_end_cannot_be_seen_has_no_turn() {
    Turn blind = new Turn(new Blind(), ends::add, Duration.ofMillis(20));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(blind::take).hasMessage("It has ended.");
    }
    assertThat(blind.isMine()).isFalse();
    assertThat(ends).containsExactly(NOT_COMMITTED, NOT_COMMITTED);
  }

  /** A unit of work that tells nobody when it ends. */
  private static final class Blind implements UnitOfWork {

    @Override
    public Object key() {
      return "key";
    }

    @Override
    public boolean isActive() {
      return true;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      return work.call();
    }

    @Override
    public void afterEnd(Consumer<End> work) {
      throw new IllegalStateException("It has ended.");
    }

    @Override
    public void runOutside(Runnable work) {
      work.run();
    }
  }
}
