package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.MetadataFactory;
import java.lang.invoke.MethodType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way.
 *
 * @param answer the type of answer that the sender expects; {@code void} if it takes any
 * @param key by which a repetition is recognised; {@code null} if nobody has to
 */
public record CommandMessage(
    Command payload, Metadata metadata, Class<?> answer, @Nullable IdempotencyKey key) {

  /** A command without a key, whose sender takes any answer, also none. */
  public CommandMessage(Command payload, Metadata metadata) {
    this(payload, metadata, void.class, null);
  }

  /** A command that is sent now. */
  static CommandMessage of(
      Command command, Class<?> answer, @Nullable IdempotencyKey key, MetadataFactory metadata) {
    Metadata stamp = metadata.create(command.getClass().getSimpleName(), null);
    Class<?> wrapped =
        answer == void.class ? answer : MethodType.methodType(answer).wrap().returnType();
    return new CommandMessage(command, stamp, wrapped, key);
  }

  /** The same one, sent in another trace context. */
  CommandMessage tracedBy(@Nullable String context) {
    return Objects.equals(context, metadata.traceparent())
        ? this
        : new CommandMessage(payload, metadata.tracedBy(context), answer, key);
  }
}
