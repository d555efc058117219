package io.orchestrix.deadline;

import io.orchestrix.command.CommandBus;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends scheduled commands of one name when they are due. Thread-safe.
 *
 * @param command the logical name of its commands
 */
record CommandDeadlines(
    String command, CommandTexts texts, Supplier<CommandBus> bus, SchedulingServices services)
    implements DeadlineHandler {

  private static final int THREADS = 4;

  @Override
  public String name() {
    return LocalCommandSchedule.handler(command);
  }

  @Override
  public void fire(Deadline deadline) throws Exception {
    send(deadline, KeptCommand.parse(deadline.payload()));
  }

  void send(Deadline deadline, KeptCommand kept) throws Exception {
    CommandBus sending = kept.key() == null ? bus.get() : bus.get().withIdempotencyKey(kept.key());
    services
        .caller()
        .<@Nullable Object>callFrom(
            OnBehalf.FROM,
            () ->
                services
                    .caller()
                    .<@Nullable Object>callAs(
                        deadline.caller(), kept.roles(), () -> sending.send(texts.read(kept))));
  }

  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
    return new OnBehalf(services).next(deadline, failure, now);
  }

  @Override
  public int threads() {
    return THREADS;
  }
}
