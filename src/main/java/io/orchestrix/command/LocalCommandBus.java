package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.MetadataFactory;
import org.jspecify.annotations.Nullable;

/** Handles every command in this application, on the thread of the sender. */
public final class LocalCommandBus implements CommandBus {

  private final CommandHandler chain;
  private final MetadataFactory metadata;

  /**
   * @param chain what every command goes through, the routing to its handler last
   * @param metadata stamps the commands
   */
  public LocalCommandBus(CommandHandler chain, MetadataFactory metadata) {
    this.chain = chain;
    this.metadata = metadata;
  }

  @Override
  public @Nullable Object send(Command command) {
    return handle(command);
  }

  @Override
  public <R> R send(Command command, Class<R> answer) {
    Object result = handle(command);
    if (!answer.isInstance(result)) {
      throw HandlerFailedException.wrongAnswer(command, answer, result);
    }
    return answer.cast(result);
  }

  private @Nullable Object handle(Command command) {
    CommandMessage message =
        new CommandMessage(command, metadata.create(command.getClass().getSimpleName(), null));
    try {
      return chain.handle(message);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw HandlerFailedException.threw(command, e);
    }
  }
}
