package com.acme.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.bank.AccountEvent.OwnerChanged;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairsTest {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final DeadLetterStore store = new InMemoryDeadLetterStore(unitOfWork);
  private final DeadLetterQueue letters =
      new DeadLetterQueue(
          store,
          unitOfWork,
          new EventFormat(
              new EventTypes(List.of(OwnerChanged.class)),
              List.of(),
              new JacksonPayloadCodec(),
              UnknownEvents.FAIL),
          new SettableClock(Instant.EPOCH),
          () -> "ada",
          () -> {},
          AuditTrail.silent(unitOfWork));
  private final Repairs repairs = new Repairs(letters);

  @BeforeEach
  void park() {
    park(1, "a", new NullPointerException());
    park(2, "b", new IllegalStateException());
    park(3, "c", new IllegalStateException());
  }

  private void park(long position, String account, Exception failure) {
    DeadLetterId id = new DeadLetterId("balances/1", new GlobalPosition(position));
    unitOfWork.get(
        () -> {
          store.park(
              new DeadLetterSubject(id, account, "account/" + account, 1, "OwnerChanged", 1),
              Failure.of(failure),
              1,
              Instant.EPOCH);
          return true;
        });
  }

  private Stream<DeadLetterState> states() {
    return Stream.of(1, 2, 3)
        .map(at -> new DeadLetterId("balances/1", new GlobalPosition(at)))
        .map(id -> letters.find(id).orElseThrow().state());
  }

  @Test
  void what_waits_for_a_decision_is_retried_corrected_or_discarded() {
    List<DeadLetter> waiting = repairs.toDecideOn();
    assertThat(waiting).hasSize(3);

    assertThat(repairs.afterTheNewVersionIsDeployed()).isEqualTo(1);
    repairs.correctAmount(2, "{\"accountId\": \"b\", \"owner\": \"Bob\"}");
    repairs.doWithout(waiting.get(2));

    assertThat(states())
        .containsExactly(
            DeadLetterState.RETRYING, DeadLetterState.RETRYING, DeadLetterState.DISCARDED);
    assertThat(repairs.toDecideOn()).isEmpty();
  }
}
