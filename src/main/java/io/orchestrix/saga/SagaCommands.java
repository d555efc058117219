package io.orchestrix.saga;

import io.orchestrix.command.CommandBus;
import io.orchestrix.message.Command;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the commands of sagas. Thread-safe. */
@FunctionalInterface
public interface SagaCommands {

  /**
   * Sends a command in the transaction of the thread, once under each key.
   *
   * @param key an idempotency key
   * @return what its handler answers
   */
  @Nullable Object send(Command command, String key);

  /**
   * By the bus of the application.
   *
   * @param bus asked for when it is needed, as handlers of commands may start sagas
   */
  static SagaCommands by(Supplier<CommandBus> bus) {
    return (command, key) -> bus.get().withIdempotencyKey(key).send(command);
  }
}
