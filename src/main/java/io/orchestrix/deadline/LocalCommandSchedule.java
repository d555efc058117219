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

  /** The name of the deadlines of commands; no class has it. */
  static final String HANDLER = "scheduled-command";

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
    this.texts = new CommandTexts(CommandNames.of(handled), services.codec());
  }

  @Override
  public ScheduledCommand put(Command command, Instant at, @Nullable IdempotencyKey key) {
    String sentUnder = key == null ? null : text(key);
    String name = key == null ? UUID.randomUUID().toString() : owned(text(key));
    String payload = texts.write(command, sentUnder, null).payload();
    Deadline deadline = keeping.deadline(new DeadlineKey(HANDLER, name), at, payload);
    services.store().put(List.of(deadline));
    return new ScheduledCommand(name, deadline.dueAt());
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
    return services.store().remove(new DeadlineKey(HANDLER, key));
  }
}
