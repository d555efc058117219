package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.background.BackgroundThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EndingsTest {

  private static final SagaId ID = new SagaId("order", "O-1");

  private final List<Runnable> later = new ArrayList<>();
  private boolean isAway;
  private final Endings endings =
      new Endings(
          id -> {
            if (isAway) {
              throw new IllegalStateException("the database is away");
            }
            return Optional.empty();
          },
          new BackgroundThreads() {
            @Override
            public void execute(Runnable work) {
              try {
                work.run();
              } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the database is away"); // a thread of the server logs it
              }
            }

            @Override
            public void schedule(Runnable work, Duration delay) {
              later.add(work);
            }
          });

  @Test
  void nobody_looks_any_more_when_nobody_waits_any_longer() {
    CompletableFuture<SagaInstance> one = endings.of(ID);
    CompletableFuture<SagaInstance> other = endings.of(ID);

    endings.forget(ID, one);
    assertThat(endings.awaited()).isEqualTo(1);
    endings.forget(ID, other);

    assertThat(endings.awaited()).isZero();
  }

  @Test
  void a_database_that_is_away_is_asked_again() {
    isAway = true;

    CompletableFuture<SagaInstance> ending = endings.of(ID);

    assertThat(ending).isNotDone();
    assertThat(later).hasSize(1);
  }
}
