package io.orchestrix.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.deadletter.inmemory.InMemoryDeadLetterStore;
import io.orchestrix.harness.RecordingMonitor;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoredDeadLetterStoreTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Failure FAILURE = new Failure("", "a.B", "", "");

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final RecordingMonitor monitor = new RecordingMonitor();
  private final DeadLetterStore store =
      new MonitoredDeadLetterStore(new InMemoryDeadLetterStore(unitOfWork), unitOfWork, monitor);

  private static DeadLetterSubject subject(long position) {
    DeadLetterId id = new DeadLetterId("balances/1", new GlobalPosition(position));
    return new DeadLetterSubject(id, "a", "account/a", position, "Booked", 1);
  }

  private DeadLetter letter(long position) {
    return store.find(subject(position).id()).orElseThrow();
  }

  private void run(Runnable work) {
    unitOfWork.get(
        () -> {
          work.run();
          return true;
        });
  }

  private void step(long position, DeadLetterStep step) {
    store.require(
        DeadLetterChange.of(letter(position), new DeadLetterAction(NOW, "ada", step, "")));
  }

  @Test
  void a_monitor_is_told_what_becomes_of_letters() {
    run(
        () -> {
          store.park(subject(1), FAILURE, 3, NOW);
          store.queue(List.of(subject(2), subject(3), subject(4)), NOW);
          step(1, DeadLetterStep.RETRY);
          store.failedAgain(letter(1), FAILURE, NOW);
          step(1, DeadLetterStep.DISCARD);
          store.handled(letter(2), NOW);
          store.discardOpen("balances/1", GlobalPosition.START, "replay", NOW);
          store.discardOpen("balances/1", GlobalPosition.START, "replay", NOW);
        });

    assertThat(monitor.signals())
        .containsExactly(
            new Signal.DeadLetterParked("balances/1", 3),
            new Signal.DeadLetterParked("balances/1", 4),
            new Signal.DeadLettersDiscarded("balances/1", 1),
            new Signal.DeadLetterHandled("balances/1"),
            new Signal.DeadLettersDiscarded("balances/1", 2));
  }

  @Test
  void what_was_not_done_is_not_told() {
    run(() -> store.queue(List.of(subject(2)), NOW));
    run(
        () -> {
          DeadLetter seen = letter(2);
          step(2, DeadLetterStep.RETRY);
          assertThatThrownBy(() -> store.handled(seen, NOW))
              .isInstanceOf(DeadLetterChangedException.class);
        });

    assertThat(monitor.signals()).isEmpty();
  }
}
