package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.config.Keys;
import io.orchestrix.message.Command;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Builds the way of a command: links in the order of {@link CommandOrder}, then the handler. */
final class CommandChain {

  private final NavigableMap<Integer, UnaryOperator<CommandHandler>> links = new TreeMap<>();

  private CommandChain() {}

  /**
   * What every command goes through, the routing to its handler last.
   *
   * @param interceptors those of the application, by their priorities
   */
  static CommandHandler of(
      Map<Class<? extends Command>, Route> routes,
      SortedMap<Integer, CommandInterceptor> interceptors,
      CommandServices services,
      Attempts attempts) {
    CommandChain chain = new CommandChain();
    chain.addOutside(services);
    chain.addInside(routes, services, attempts);
    interceptors.forEach(
        (place, interceptor) ->
            chain.add(place, next -> message -> interceptor.intercept(message, next)));
    return chain.endingWith(
        new RoutingCommandHandler(routes, services.monitor(), services.current()));
  }

  /** What a command has to pass before it is kept for later, as it would when it is sent. */
  static CommandHandler checks(Set<Class<? extends Command>> handled, CommandServices services) {
    CommandHandler checks = new RequiredRoute(handled);
    Validator validator = services.validator();
    if (validator != null) {
      checks = new ValidatingCommandHandler(validator, checks);
    }
    return new AuthorizingCommandHandler(services.caller(), checks);
  }

  /** Once for each command. */
  private void addOutside(CommandServices services) {
    CommandAudit audit = services.audit();
    if (audit != null) {
      add(CommandOrder.AUDIT, next -> new FailureAuditingCommandHandler(audit, next));
    }
    add(CommandOrder.MONITORING, next -> new MonitoredCommandHandler(services.monitor(), next));
    add(CommandOrder.LOGGING, LoggedCommandHandler::new);
    add(CommandOrder.AUTHORIZATION, next -> new AuthorizingCommandHandler(services.caller(), next));
    Validator validator = services.validator();
    if (validator != null) {
      add(CommandOrder.VALIDATION, next -> new ValidatingCommandHandler(validator, next));
    }
  }

  /** For each attempt. */
  private void addInside(
      Map<Class<? extends Command>, Route> routes, CommandServices services, Attempts attempts) {
    UnitOfWork unitOfWork = services.unitOfWork();
    Duration kept = services.settings().get(Keys.IDEMPOTENCY_KEPT);
    add(
        CommandOrder.RETRY,
        next -> new RetryingCommandHandler(attempts, unitOfWork, services.current(), next));
    add(
        CommandOrder.TRANSACTION,
        next ->
            new TransactionalCommandHandler(
                unitOfWork,
                new TimedCommandHandler(attempts, new AnswerCheckingCommandHandler(next))));
    CommandAudit audit = services.audit();
    add(
        CommandOrder.IDEMPOTENCY,
        next -> {
          var idempotent = new IdempotentCommandHandler(services, routes, kept, next);
          return audit == null ? idempotent : new AuditedCommandHandler(audit, idempotent);
        });
  }

  /**
   * @param link makes the handler that adds something to the next
   */
  private void add(int place, UnaryOperator<CommandHandler> link) {
    if (links.putIfAbsent(place, link) != null) {
      throw new IllegalArgumentException("Two interceptors have the priority " + place);
    }
  }

  private CommandHandler endingWith(CommandHandler last) {
    CommandHandler first = last;
    for (UnaryOperator<CommandHandler> link : links.descendingMap().values()) {
      first = link.apply(first);
    }
    return first;
  }
}
