package io.orchestrix.deadletter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterChangedException;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InMemoryDeadLetterStoreTest {

  private static final DeadLetterId ID = new DeadLetterId("balances/1", new GlobalPosition(5));

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final DeadLetterStore store = new InMemoryDeadLetterStore(unitOfWork);

  private DeadLetterState handle(DeadLetter seen) {
    return unitOfWork.get(
        () -> {
          store.handled(seen, Instant.EPOCH);
          return store.find(ID).orElseThrow().state();
        });
  }

  @Test
  void a_letter_that_another_unit_of_work_has_changed_is_closed_until_that_ends() {
    DeadLetter seen =
        unitOfWork.get(
            () -> {
              store.queue(
                  List.of(new DeadLetterSubject(ID, "a", "account/a", 1, "Booked", 1)),
                  Instant.EPOCH);
              return store.find(ID).orElseThrow();
            });

    unitOfWork.get(
        () -> {
          store.handled(seen, Instant.EPOCH);
          assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> handle(seen)).join())
              .hasCauseInstanceOf(DeadLetterChangedException.class);
          return true;
        });

    assertThat(unitOfWork.get(() -> store.find(ID)).orElseThrow().state())
        .isEqualTo(DeadLetterState.HANDLED);
  }
}
