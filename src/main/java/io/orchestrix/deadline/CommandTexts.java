package io.orchestrix.deadline;

import io.orchestrix.message.Command;
import org.jspecify.annotations.Nullable;

/** Writes commands that are kept for the caller of now, and reads them. Thread-safe. */
record CommandTexts(CommandNames names, SchedulingServices services) {

  /**
   * @throws SchedulingException if another command has the same name
   * @throws io.orchestrix.message.PayloadException if it cannot be written
   */
  KeptCommand write(Command command, @Nullable String key, @Nullable Recurrence recurrence) {
    return new KeptCommand(
        names.nameOf(command.getClass()),
        key,
        recurrence == null ? null : recurrence.toString(),
        services.roles().stream().filter(services.caller()::isInRole).sorted().toList(),
        services.codec().encode(command));
  }

  /**
   * @throws SchedulingException if several commands have its name
   * @throws io.orchestrix.message.PayloadException if it does not fit them any more
   */
  Command read(KeptCommand kept) {
    return services.codec().decode(kept.json(), names.find(kept.name()));
  }
}
