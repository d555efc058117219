package io.orchestrix.command;

import io.orchestrix.message.Command;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handles every command in this application. Thread-safe. */
public final class LocalCommandBus implements CommandBus {

  private final CommandHandler chain;
  private final CommandHandler checks;
  private final CommandServices services;
  private final Attempts attempts;
  private final SenderKeys keys;

  /**
   * @param chain what every command goes through, the routing to its handler last
   * @param checks what one has to pass that is to be sent later
   */
  private LocalCommandBus(
      CommandHandler chain,
      CommandHandler checks,
      CommandServices services,
      Attempts attempts,
      SenderKeys keys) {
    this.chain = chain;
    this.checks = checks;
    this.services = services;
    this.attempts = attempts;
    this.keys = keys;
  }

  /**
   * A bus that does to each command what {@link CommandOrder} says.
   *
   * @param routes the one handler of each class of commands
   * @param interceptors those of the application, by their priorities
   */
  public static LocalCommandBus create(
      Map<Class<? extends Command>, Route> routes,
      SortedMap<Integer, CommandInterceptor> interceptors,
      CommandServices services) {
    Attempts attempts =
        new Attempts(
            new CommandPolicies(services.settings(), names(routes.keySet())),
            services.monitor(),
            services.clock(),
            services.pause());
    CommandHandler chain = CommandChain.of(routes, interceptors, services, attempts);
    CommandHandler checks = CommandChain.checks(routes.keySet(), services);
    return new LocalCommandBus(chain, checks, services, attempts, new SenderKeys(services, null));
  }

  /** The logical names of commands, by which they are configured. */
  public static Set<String> names(Set<? extends Class<?>> commands) {
    return commands.stream().map(Class::getSimpleName).collect(Collectors.toSet());
  }

  @Override
  public @Nullable Object send(Command command) {
    return sent(message(command, void.class, keys.next()));
  }

  @Override
  @SuppressWarnings("unchecked") // the chain has compared it
  public <R> R send(Command command, Class<R> answer) {
    return (R) Objects.requireNonNull(sent(message(command, answer, keys.next())));
  }

  private @Nullable Object sent(CommandMessage message) {
    try {
      return handle(message);
    } catch (RuntimeException | Error e) {
      keys.giveBack(message.key());
      throw e;
    }
  }

  @Override
  public CompletionStage<@Nullable Object> sendAsync(Command command) {
    return this.<@Nullable Object>later(message(command, void.class, keys.next()));
  }

  @Override
  public <R> CompletionStage<R> sendAsync(Command command, Class<R> answer) {
    return this.<R>later(message(command, answer, keys.next()));
  }

  /** All that belongs to the sender is in the message before another thread has it. */
  private <R extends @Nullable Object> CompletionStage<R> later(CommandMessage message) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    try {
      services.executor().execute(services.caller().carry(() -> complete(answer, message)));
    } catch (RuntimeException e) { // servers refuse in more than one way
      keys.giveBack(message.key());
      answer.completeExceptionally(new NotAcceptedException(message.metadata().type(), e));
    }
    return answer;
  }

  @SuppressWarnings("unchecked") // the chain has compared it
  private <R extends @Nullable Object> void complete(
      CompletableFuture<R> answer, CommandMessage message) {
    try {
      answer.complete((R) handle(message));
    } catch (RuntimeException | Error e) {
      LoggedCommandHandler.warnOfLost(message, e);
      answer.completeExceptionally(e);
    }
  }

  @Override
  public ScheduledCommand schedule(Command command, Instant at) {
    check(command);
    IdempotencyKey named = keys.next();
    try {
      return services.schedule().put(command, at, named);
    } catch (RuntimeException | Error e) {
      keys.giveBack(named);
      throw e;
    }
  }

  @Override
  public ScheduledCommand schedule(Command command, Duration in) {
    return schedule(command, after(in));
  }

  private Instant after(Duration time) {
    try {
      return services.clock().instant().plus(time);
    } catch (DateTimeException | ArithmeticException e) { // which no schedule takes
      return time.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  @Override
  public boolean cancel(String scheduled) {
    return services.schedule().remove(scheduled);
  }

  /**
   * Looks whether the caller may send a command, without sending it.
   *
   * @throws NoHandlerException if nobody handles such commands
   * @throws ForbiddenCommandException if the caller may not send it
   * @throws InvalidCommandException if the command breaks its own constraints
   */
  public void check(Command command) {
    CommandMessage message = message(command, void.class, null);
    HandlerFailedException.<@Nullable Object>unchecked(
        command.getClass().getName(), () -> checks.handle(message));
  }

  @Override
  public List<@Nullable Object> sendAll(List<? extends Command> commands) {
    List<Command> all = List.copyOf(commands);
    List<@Nullable IdempotencyKey> used = keys.next(all.size());
    CommandBatch batch = new CommandBatch(all, used, services, this::handle);
    try {
      return HandlerFailedException.unchecked(CommandBatch.ALL, () -> batch.send(attempts));
    } catch (RuntimeException | Error e) {
      keys.giveBack(used);
      throw e;
    }
  }

  @Override
  public CommandBus withIdempotencyKey(String key) {
    return new LocalCommandBus(
        chain, checks, services, attempts, new SenderKeys(services, new IdempotencyKey(key)));
  }

  private CommandMessage message(
      Command command, Class<?> answer, @Nullable IdempotencyKey idempotencyKey) {
    return CommandMessage.of(command, answer, idempotencyKey, services.metadata());
  }

  private @Nullable Object handle(CommandMessage message) {
    return HandlerFailedException.<@Nullable Object>unchecked(
        message.payload().getClass().getName(), () -> chain.handle(message));
  }
}
