package io.orchestrix.deadline;

import io.orchestrix.command.CommandSchedule;
import io.orchestrix.command.IdempotencyKey;
import io.orchestrix.command.ScheduledCommand;
import io.orchestrix.message.Command;
import io.orchestrix.message.Fingerprint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps commands for later as deadlines. Thread-safe. */
public final class LocalCommandSchedule implements CommandSchedule {

  /** No class has such a name. */
  private static final String PREFIX = "scheduled-command:";

  /** Between the command and the rest of a key; no class has it in its name. */
  private static final char BREAK = '/';

  private final SchedulingServices services;
  private final Keeping keeping;
  private final CommandTexts texts;

  /**
   * @param handled the classes of commands that have a handler
   */
  public LocalCommandSchedule(
      Collection<Class<? extends Command>> handled, SchedulingServices services) {
    this.services = services;
    this.keeping = new Keeping(services);
    this.texts = new CommandTexts(CommandNames.of(handled), services);
  }

  @Override
  public ScheduledCommand put(Command command, Instant at, @Nullable IdempotencyKey key) {
    String sentUnder = key == null ? null : text(key);
    String name = key == null ? UUID.randomUUID().toString() : owned(text(key));
    KeptCommand kept = texts.write(command, sentUnder, null);
    Deadline deadline = keeping.deadline(key(kept.name(), name), at, kept.payload());
    services.store().put(List.of(deadline));
    return new ScheduledCommand(kept.name() + BREAK + name, deadline.dueAt());
  }

  /** The name of the command is in that of the handler, so that a node takes what it knows. */
  static String handler(String command) {
    return PREFIX + command;
  }

  static boolean isHandler(String name) {
    return name.startsWith(PREFIX);
  }

  static DeadlineKey key(String command, String name) {
    return new DeadlineKey(handler(command), name);
  }

  /** A key takes one place only when it is sent: there it is the key of one command. */
  private static String text(IdempotencyKey key) {
    return key.place() == 1
        ? key.value()
        : new Fingerprint().add(key.value()).add(Integer.toString(key.place())).toString();
  }

  /** The same key of another caller is another key. */
  private String owned(String key) {
    return new Fingerprint().add(services.caller().name()).add(key).toString();
  }

  @Override
  public boolean remove(String key) {
    int end = key.indexOf(BREAK);
    return end > 0 && services.store().remove(key(key.substring(0, end), key.substring(end + 1)));
  }
}
