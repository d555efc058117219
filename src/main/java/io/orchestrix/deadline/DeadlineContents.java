package io.orchestrix.deadline;

import io.orchestrix.message.Command;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells people what deadlines hold. Immutable, thread-safe. */
public final class DeadlineContents {

  private final CommandNames commands;
  private final Set<Class<?>> payloads;

  /**
   * @param commands the classes of commands that have a handler
   * @param payloads the classes of payloads that have one
   */
  public DeadlineContents(
      Collection<Class<? extends Command>> commands, Collection<Class<?>> payloads) {
    this.commands = CommandNames.of(commands);
    this.payloads = Set.copyOf(payloads);
  }

  /**
   * What a deadline holds.
   *
   * @param command the logical name of the command that is to be sent; {@code null} if it is none
   * @param recurrence when it is sent again; {@code null} if it is not
   * @param json what is to be handled; empty if that is nothing
   * @param type the class of it; {@code null} if this application does not know it
   */
  public record Content(
      @Nullable String command,
      @Nullable String recurrence,
      String json,
      @Nullable Class<?> type) {}

  /** What a deadline holds. */
  public Content of(Deadline deadline) {
    String handler = deadline.key().handler();
    if (LocalCommandSchedule.isHandler(handler) || RecurringRows.isHandler(handler)) {
      KeptCommand kept = KeptCommand.parse(deadline.payload());
      Class<?> type = commands.only(kept.name()).orElse(null);
      return new Content(kept.name(), kept.recurrence(), kept.json(), type);
    }
    Class<?> type =
        payloads.stream()
            .filter(payload -> payload.getSimpleName().equals(handler))
            .findFirst()
            .orElse(null);
    return new Content(null, null, deadline.payload(), type);
  }
}
