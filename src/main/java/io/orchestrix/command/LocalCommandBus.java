package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.Origin;
import io.orchestrix.unitofwork.ConflictException;
import java.lang.invoke.MethodType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handles every command in this application. Thread-safe. */
public final class LocalCommandBus implements CommandBus {

  /** Stands for the type of several commands that are sent as one. */
  static final String ALL = "sendAll";

  private final CommandHandler chain;
  private final CommandHandler checks;
  private final CommandServices services;
  private final Attempts attempts;
  private final @Nullable IdempotencyKey key;

  /**
   * @param chain what every command goes through, the routing to its handler last
   * @param checks what one has to pass that is to be sent later
   */
  private LocalCommandBus(
      CommandHandler chain,
      CommandHandler checks,
      CommandServices services,
      Attempts attempts,
      @Nullable IdempotencyKey key) {
    this.chain = chain;
    this.checks = checks;
    this.services = services;
    this.attempts = attempts;
    this.key = key;
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
    return new LocalCommandBus(chain, checks, services, attempts, null);
  }

  /** The logical names of commands, by which they are configured. */
  public static Set<String> names(Set<? extends Class<?>> commands) {
    return commands.stream().map(Class::getSimpleName).collect(Collectors.toSet());
  }

  @Override
  public @Nullable Object send(Command command) {
    return sent(message(command, void.class, key()));
  }

  @Override
  @SuppressWarnings("unchecked") // the chain has compared it
  public <R> R send(Command command, Class<R> answer) {
    return (R) Objects.requireNonNull(sent(message(command, answer, key())));
  }

  private @Nullable Object sent(CommandMessage message) {
    try {
      return handle(message);
    } catch (RuntimeException | Error e) {
      giveBack(message.key());
      throw e;
    }
  }

  private void giveBack(@Nullable IdempotencyKey used) {
    if (key == null && used != null) {
      services.requestKeys().giveBack(used);
    }
  }

  @Override
  public CompletionStage<@Nullable Object> sendAsync(Command command) {
    return this.<@Nullable Object>later(message(command, void.class, key()));
  }

  @Override
  public <R> CompletionStage<R> sendAsync(Command command, Class<R> answer) {
    return this.<R>later(message(command, answer, key()));
  }

  /** All that belongs to the sender is in the message before another thread has it. */
  private <R extends @Nullable Object> CompletionStage<R> later(CommandMessage message) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    try {
      services.executor().execute(services.caller().carry(() -> complete(answer, message)));
    } catch (RejectedExecutionException e) {
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
    IdempotencyKey named = key();
    try {
      return services.schedule().put(command, at, named);
    } catch (RuntimeException | Error e) {
      giveBack(named);
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
    LocalCommandBus.<@Nullable Object>checked(
        command.getClass().getName(), () -> checks.handle(message));
  }

  @Override
  public List<@Nullable Object> sendAll(List<? extends Command> commands) {
    List<Command> all = List.copyOf(commands);
    List<@Nullable IdempotencyKey> keys = keys(all.size());
    try {
      return checked(
          ALL, () -> services.unitOfWork().isActive() ? each(all, keys) : attempt(all, keys));
    } catch (RuntimeException | Error e) {
      auditConflict(all, e);
      for (int i = keys.size(); i > 0; i--) {
        giveBack(keys.get(i - 1));
      }
      throw e;
    }
  }

  /** Of other failures the command tells that has failed; this one is known here to be the last. */
  private void auditConflict(List<Command> commands, Throwable failure) {
    CommandAudit audit = services.audit();
    if (audit != null
        && failure instanceof ConflictException
        && !services.unitOfWork().isActive()) {
      for (Command command : commands) {
        CommandMessage message = message(command, void.class, null);
        audit.failed(message.metadata(), CommandTargets.of(command), failure);
      }
    }
  }

  private List<@Nullable Object> attempt(
      List<Command> commands, List<@Nullable IdempotencyKey> keys) throws Exception {
    Origin origin = services.current().origin();
    return Objects.requireNonNull(
        attempts.run(
            ALL,
            services.clock().instant(),
            attempt ->
                services
                    .current()
                    .callWithin(
                        origin,
                        attempt,
                        () -> services.unitOfWork().call(() -> each(commands, keys)))));
  }

  private List<@Nullable Object> each(List<Command> commands, List<@Nullable IdempotencyKey> keys) {
    List<@Nullable Object> answers = new ArrayList<>(commands.size());
    for (Command command : commands) {
      answers.add(handle(message(command, void.class, keys.get(answers.size()))));
    }
    return answers;
  }

  @Override
  public CommandBus withIdempotencyKey(String key) {
    return new LocalCommandBus(chain, checks, services, attempts, new IdempotencyKey(key));
  }

  /** The key that the sender has given, or else the request; a handler's commands have none. */
  private @Nullable IdempotencyKey key() {
    if (key != null || services.current().isBound()) {
      return key;
    }
    return services.requestKeys().next().orElse(null);
  }

  /** A place for each under the key of the sender, or each the next key of the request. */
  private List<@Nullable IdempotencyKey> keys(int many) {
    List<@Nullable IdempotencyKey> keys = new ArrayList<>(many);
    for (int place = 1; place <= many; place++) {
      keys.add(key == null ? key() : key.at(place));
    }
    return keys;
  }

  private CommandMessage message(
      Command command, Class<?> answer, @Nullable IdempotencyKey idempotencyKey) {
    Metadata stamp = services.metadata().create(command.getClass().getSimpleName(), null);
    Class<?> wrapped =
        answer == void.class ? answer : MethodType.methodType(answer).wrap().returnType();
    return new CommandMessage(command, stamp, wrapped, idempotencyKey);
  }

  private @Nullable Object handle(CommandMessage message) {
    return LocalCommandBus.<@Nullable Object>checked(
        message.payload().getClass().getName(), () -> chain.handle(message));
  }

  private static <T extends @Nullable Object> T checked(String what, Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw HandlerFailedException.threw(what, e);
    }
  }
}
