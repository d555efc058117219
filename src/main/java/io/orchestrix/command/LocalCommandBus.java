package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.validation.Validator;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Handles every command in this application, on the thread of the sender. */
public final class LocalCommandBus implements CommandBus {

  private final CommandHandler chain;
  private final MetadataFactory metadata;

  /**
   * @param chain what every command goes through, the routing to its handler last
   * @param metadata stamps the commands
   */
  LocalCommandBus(CommandHandler chain, MetadataFactory metadata) {
    this.chain = chain;
    this.metadata = metadata;
  }

  /**
   * A bus that monitors and validates each command, tries it again on conflict, and brings it in a
   * unit of work to its handler.
   *
   * @param handlers the one handler of each class of commands
   */
  public static CommandBus create(
      Map<Class<? extends Command>, CommandHandler> handlers,
      UnitOfWork unitOfWork,
      RetryPolicy policy,
      Validator validator,
      MetadataFactory metadata,
      CurrentMessage current,
      Monitor monitor) {
    CommandHandler routing = new RoutingCommandHandler(handlers);
    CommandHandler transactional = new TransactionalCommandHandler(unitOfWork, routing);
    CommandHandler retrying =
        new RetryingCommandHandler(policy, unitOfWork, current, monitor, transactional);
    CommandHandler validating = new ValidatingCommandHandler(validator, retrying);
    return new LocalCommandBus(new MonitoredCommandHandler(monitor, validating), metadata);
  }

  @Override
  public @Nullable Object send(Command command) {
    return handle(command, void.class);
  }

  @Override
  @SuppressWarnings("unchecked") // the routing has compared it
  public <R> R send(Command command, Class<R> answer) {
    Class<?> wrapped = MethodType.methodType(answer).wrap().returnType();
    return (R) Objects.requireNonNull(handle(command, wrapped));
  }

  private @Nullable Object handle(Command command, Class<?> answer) {
    Metadata stamp = metadata.create(command.getClass().getSimpleName(), null);
    try {
      return chain.handle(new CommandMessage(command, stamp, answer));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw HandlerFailedException.threw(command, e);
    }
  }
}
