package io.orchestrix.it.guest.side;

import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Observes stored events in every way, each with its place in the store. */
@ApplicationScoped
public class Watcher {
  @Inject CommandBus commands;

  private final Queue<GlobalPosition> now = new ConcurrentLinkedQueue<>();
  private final Queue<GlobalPosition> after = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<GlobalPosition> later = new LinkedBlockingQueue<>();

  void now(@Observes Beaten event, RecordedEvent recorded) {
    if (event.pulseId().startsWith("refused")) {
      throw new IllegalStateException("refused by an observer");
    }
    now.add(recorded.position());
  }

  void after(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) Beaten event, RecordedEvent recorded) {
    after.add(recorded.position());
  }

  void later(@ObservesAsync Beaten event, RecordedEvent recorded) {
    later.add(recorded.position());
  }

  /** Stores something when the transaction is over: nothing of that is in its way any more. */
  void react(@Observes(during = TransactionPhase.AFTER_SUCCESS) Beaten event) {
    commands.send(new SwitchLight("after-" + event.pulseId(), true));
  }

  public Queue<GlobalPosition> now() {
    return now;
  }

  public Queue<GlobalPosition> after() {
    return after;
  }

  /** Whether an asynchronous observer is told of the event at {@code position}, in ten seconds. */
  public boolean isToldLater(GlobalPosition position) throws InterruptedException {
    GlobalPosition next = later.poll(10, TimeUnit.SECONDS);
    while (next != null && !next.equals(position)) {
      next = later.poll(10, TimeUnit.SECONDS);
    }
    return next != null;
  }
}
