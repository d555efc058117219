package io.orchestrix.deadline;

import io.orchestrix.message.Command;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps recurring commands as deadlines, each for its next time. Thread-safe. */
public final class LocalRecurringCommands implements RecurringCommands {

  private final Consumer<Command> check;
  private final SchedulingServices services;
  private final Keeping keeping;
  private final RecurringRows rows;
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
    this.rows = new RecurringRows(services.store());
    this.texts = new CommandTexts(CommandNames.of(handled), services);
  }

  @Override
  public Instant schedule(String name, Command command, Recurrence recurrence) {
    check.accept(command);
    Instant now = services.clock().instant();
    Instant first =
        recurrence.next(now).orElseThrow(() -> SchedulingException.noTime(recurrence, now));
    KeptCommand kept = texts.write(command, null, recurrence);
    DeadlineKey key = new DeadlineKey(RecurringRows.handler(kept.name()), name);
    Deadline wanted = keeping.deadline(key, first, kept.payload());
    return services.unitOfWork().get(() -> keep(wanted)).dueAt();
  }

  /** What is there already stays as it is, as its time may have come while no node was up. */
  private Deadline keep(Deadline wanted) {
    List<Deadline> there = rows.named(wanted.key().value());
    if (there.size() == 1 && isSame(there.get(0), wanted)) {
      return there.get(0);
    }
    services.store().put(List.of(wanted));
    for (Deadline other : there) {
      if (!other.key().equals(wanted.key())) {
        services.store().remove(other.key());
      }
    }
    return wanted;
  }

  private static boolean isSame(Deadline one, Deadline other) {
    return one.key().equals(other.key())
        && one.payload().equals(other.payload())
        && one.caller().equals(other.caller());
  }

  @Override
  public boolean cancel(String name) {
    return services.unitOfWork().get(() -> removeAll(name));
  }

  private boolean removeAll(String name) {
    boolean isThere = false;
    for (Deadline each : rows.named(name)) {
      isThere = services.store().remove(each.key()) || isThere;
    }
    return isThere;
  }

  @Override
  public Optional<Instant> next(String name) {
    return rows.named(name).stream().map(Deadline::dueAt).findFirst();
  }
}
