package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps commands until it is time to send them. Thread-safe; all of it joins the unit of work of
 * the thread, or is one of its own.
 */
public interface CommandSchedule {

  /** There is none. */
  CommandSchedule NONE =
      new CommandSchedule() {
        @Override
        public ScheduledCommand put(Command command, Instant at, @Nullable IdempotencyKey key) {
          throw new NoScheduleException(command.getClass());
        }

        @Override
        public boolean remove(String key) {
          return false;
        }
      };

  /**
   * Keeps a command, which was checked.
   *
   * @param key under which it is sent, and which names it: it is kept instead of the one that the
   *     same caller has scheduled under it; {@code null} if it has none
   */
  ScheduledCommand put(Command command, Instant at, @Nullable IdempotencyKey key);

  /**
   * Removes a command.
   *
   * @param key of {@link ScheduledCommand}
   * @return whether it was there
   */
  boolean remove(String key);
}
