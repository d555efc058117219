package io.orchestrix.command;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the monitor how each command ended. */
final class MonitoredCommandHandler implements CommandHandler {

  private final Monitor monitor;
  private final CommandHandler next;

  MonitoredCommandHandler(Monitor monitor, CommandHandler next) {
    this.monitor = monitor;
    this.next = next;
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
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
