package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.message.Command;
import io.orchestrix.message.Origin;
import io.orchestrix.unitofwork.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands that are sent as one: all are done, or none. For one sending, by one thread. */
final class CommandBatch {

  /** Stands for the type of several commands that are sent as one. */
  static final String ALL = "sendAll";

  private final List<Command> commands;
  private final List<@Nullable IdempotencyKey> keys;
  private final CommandServices services;
  private final Function<CommandMessage, @Nullable Object> bus;

  /** Those of the last attempt, as far as it has come. */
  private final List<CommandMessage> sent = new ArrayList<>();

  /** Whether one of them is being handled, which writes itself down if it fails. */
  private boolean isHandling;

  /**
   * @param keys one for each
   * @param bus does one of them
   */
  CommandBatch(
      List<Command> commands,
      List<@Nullable IdempotencyKey> keys,
      CommandServices services,
      Function<CommandMessage, @Nullable Object> bus) {
    this.commands = commands;
    this.keys = keys;
    this.services = services;
    this.bus = bus;
  }

  /** Does them in the unit of work of the thread, or else in one of their own for each attempt. */
  List<@Nullable Object> send(Attempts attempts) throws Exception {
    if (services.unitOfWork().isActive()) {
      return each();
    }
    Origin origin = services.current().origin();
    try {
      return Objects.requireNonNull(
          attempts.run(ALL, services.clock().instant(), attempt -> attempt(origin, attempt)));
    } catch (Exception | Error e) {
      audit(e);
      throw e;
    }
  }

  private List<@Nullable Object> attempt(Origin origin, int attempt) throws Exception {
    sent.clear();
    isHandling = false;
    return services
        .current()
        .callWithin(origin, attempt, () -> services.unitOfWork().call(this::each));
  }

  private List<@Nullable Object> each() {
    List<@Nullable Object> answers = new ArrayList<>(commands.size());
    isHandling = true;
    while (answers.size() < commands.size()) {
      CommandMessage message = message(answers.size());
      sent.add(message);
      answers.add(bus.apply(message));
    }
    isHandling = false;
    return answers;
  }

  private CommandMessage message(int place) {
    return CommandMessage.of(commands.get(place), void.class, keys.get(place), services.metadata());
  }

  /**
   * Writes all of them, as none is done, unless one has told already why. None tells of a conflict,
   * which here is known to be the last.
   */
  private void audit(Throwable failure) {
    CommandAudit audit = services.audit();
    if (audit == null || (isHandling && !(failure instanceof ConflictException))) {
      return;
    }
    for (int place = 0; place < commands.size(); place++) {
      CommandMessage message = place < sent.size() ? sent.get(place) : message(place);
      audit.failed(message.metadata(), CommandTargets.of(message.payload()), failure);
    }
  }
}
