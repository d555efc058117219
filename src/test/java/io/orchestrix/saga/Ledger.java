package io.orchestrix.saga;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.saga.Orders.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bus whose effects are events, so that they are kept with the transaction or not at all; under a
 * key that was used nothing happens.
 */
final class Ledger implements SagaCommands {

  record Happened(String key, String what) implements Event {}

  private final String refused;
  private @Nullable Rig rig;

  Ledger(String refused) {
    this.refused = refused;
  }

  /** Keeps effects there. */
  void in(Rig process) {
    this.rig = process;
  }

  @Override
  public @Nullable Object send(Command command, String key) {
    Task task = (Task) command;
    String what = task.name().substring(0, task.name().indexOf(' '));
    String stream = "effects/" + task.name().substring(task.name().indexOf(' ') + 1);
    if (refused.equals(what)) {
      throw Transfers.refusal();
    }
    Rig in = Objects.requireNonNull(rig);
    boolean isKnown =
        in.events
            .read(io.orchestrix.eventstore.StreamId.parse(stream))
            .anyMatch(entry -> ((Happened) entry.payload()).key().equals(key));
    if (!isKnown) {
      in.append(stream, new Happened(key, what));
    }
    return null;
  }
}
