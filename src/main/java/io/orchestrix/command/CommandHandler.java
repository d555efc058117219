package io.orchestrix.command;

import org.jspecify.annotations.Nullable;

/**
 * Handles commands, or passes them on and adds something. Thread-safe.
 *
 * <p>What the bus does to every command (monitoring, validation, retry, transaction) is a chain of
 * these, each named by what it adds.
 */
@FunctionalInterface
public interface CommandHandler {

  /**
   * Handles a command.
   *
   * @return the answer; {@code null} if there is none
   * @throws Exception why it was not done; nothing was kept
   */
  @Nullable Object handle(CommandMessage message) throws Exception;
}
