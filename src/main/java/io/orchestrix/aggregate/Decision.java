package io.orchestrix.aggregate;

import io.orchestrix.command.CommandMessage;
import io.orchestrix.message.ParameterValues;
import org.jspecify.annotations.Nullable;

/** How an aggregate decides on a command. Thread-safe. */
@FunctionalInterface
interface Decision<T extends AggregateRoot> {

  /**
   * Lets {@code aggregate} decide.
   *
   * @param values of what else it asks for
   * @return the answer; {@code null} if there is none
   * @throws Exception why it refuses
   */
  @Nullable Object decide(T aggregate, CommandMessage message, ParameterValues values)
      throws Exception;
}
