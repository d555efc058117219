package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;

/**
 * A command on its way.
 *
 * @param answer the type of answer that the sender expects; {@code void} if it takes any
 */
public record CommandMessage(Command payload, Metadata metadata, Class<?> answer) {

  /** A command whose sender takes any answer, also none. */
  public CommandMessage(Command payload, Metadata metadata) {
    this(payload, metadata, void.class);
  }
}
