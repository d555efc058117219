package io.orchestrix.command;

import io.orchestrix.message.Metadata;
import io.orchestrix.monitor.Activity.CommandSending;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the monitor observe each command, and tells it how each ended. */
final class MonitoredCommandHandler implements CommandHandler {

  private final Monitor monitor;
  private final CommandHandler next;

  MonitoredCommandHandler(Monitor monitor, CommandHandler next) {
    this.monitor = monitor;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
    Metadata sent = message.metadata();
    return monitor
        .begin(new CommandSending(sent.type(), sent.id(), sent.correlationId(), sent.traceparent()))
        .<@Nullable Object>around(
            () -> measured(message.tracedBy(monitor.traceparent(sent.traceparent()))));
  }

  private @Nullable Object measured(CommandMessage message) throws Exception {
    long start = System.nanoTime();
    try {
      Object answer = next.handle(message);
      tell(message, start, null);
      return answer;
    } catch (Exception | Error e) {
      tell(message, start, e);
      throw e;
    }
  }

  private void tell(CommandMessage message, long start, @Nullable Throwable failure) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    monitor.on(new Signal.CommandHandled(message.metadata().type(), elapsed, failure));
  }
}
