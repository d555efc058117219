package io.orchestrix.deadline;

import io.orchestrix.message.Command;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps recurring commands as deadlines, each for its next time. Thread-safe. */
public final class LocalRecurringCommands implements RecurringCommands {

  /** The name of the deadlines of recurring commands; no class has it. */
  static final String HANDLER = "recurring-command";

  private final Consumer<Command> check;
  private final SchedulingServices services;
  private final Keeping keeping;
  private final CommandTexts texts;

  /**
   * @param handled the classes of commands that have a handler
   * @param check throws if the caller may not send a command
   */
  public LocalRecurringCommands(
      Collection<Class<? extends Command>> handled,
      Consumer<Command> check,
      SchedulingServices services) {
    this.check = check;
    this.services = services;
    this.keeping = new Keeping(services);
    this.texts = new CommandTexts(CommandNames.of(handled), services.codec());
  }

  @Override
  public Instant schedule(String name, Command command, Recurrence recurrence) {
    check.accept(command);
    Instant now = services.clock().instant();
    Instant first =
        recurrence.next(now).orElseThrow(() -> SchedulingException.noTime(recurrence, now));
    String payload = texts.write(command, null, recurrence).payload();
    services.store().put(List.of(keeping.deadline(key(name), first, payload)));
    return first;
  }

  @Override
  public boolean cancel(String name) {
    return services.store().remove(key(name));
  }

  @Override
  public Optional<Instant> next(String name) {
    return services.store().find(key(name)).map(Deadline::dueAt);
  }

  private static DeadlineKey key(String name) {
    return new DeadlineKey(HANDLER, name);
  }
}
