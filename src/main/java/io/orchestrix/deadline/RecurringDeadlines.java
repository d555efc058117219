package io.orchestrix.deadline;

import io.orchestrix.deadline.AfterFailure.GiveUp;
import io.orchestrix.message.BoundedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sends recurring commands of one name when they are due, and keeps them for their next time.
 * Thread-safe.
 */
record RecurringDeadlines(CommandDeadlines commands, SchedulingServices services)
    implements DeadlineHandler {

  private static final int LONGEST_TEXT = 1_000;

  @Override
  public String name() {
    return RecurringRows.handler(commands.command());
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    KeptCommand kept = KeptCommand.parse(deadline.payload());
    services.store().put(following(deadline, kept, services.clock().instant()));
    commands.send(deadline, kept);
  }

  /** It goes on with its next time, when it is given up for this one. */
  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
    AfterFailure after = commands.failed(deadline, failure, now);
    if (after instanceof GiveUp) {
      KeptCommand kept = KeptCommand.parse(deadline.payload());
      List<Deadline> all = new ArrayList<>(following(deadline, kept, now));
      all.add(givenUp(deadline, kept, BoundedText.of(failure, LONGEST_TEXT)));
      services.store().put(all);
      if (all.size() == 1) {
        services.store().remove(deadline.key());
      }
    }
    return after;
  }

  /** Of all that was missed, this one was enough. */
  private static List<Deadline> following(Deadline deadline, KeptCommand kept, Instant now) {
    Recurrence recurrence = Recurrence.parse(Objects.requireNonNull(kept.recurrence()));
    Instant last = now.isAfter(deadline.dueAt()) ? now : deadline.dueAt();
    return recurrence.next(last).stream()
        .map(
            next ->
                Deadline.of(
                    deadline.key(), next, deadline.payload(), deadline.origin(), deadline.caller()))
        .toList();
  }

  /** As a command that was scheduled for once, under the same name. */
  private static Deadline givenUp(Deadline deadline, KeptCommand kept, String failure) {
    KeptCommand once = new KeptCommand(kept.name(), kept.key(), null, kept.roles(), kept.json());
    return Deadline.of(
            LocalCommandSchedule.key(kept.name(), deadline.key().value()),
            deadline.dueAt(),
            once.payload(),
            deadline.origin(),
            deadline.caller())
        .failed(null, failure);
  }

  @Override
  public int threads() {
    return commands.threads();
  }
}
