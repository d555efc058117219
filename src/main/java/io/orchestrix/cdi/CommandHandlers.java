package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.Route;
import io.orchestrix.message.Command;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.Registered;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command handlers that discovery found: each a synthetic observer of its command's delivery.
 */
final class CommandHandlers {

  private final Map<Class<? extends Command>, Handling> byCommand = new LinkedHashMap<>();

  void found(HandlerMethod handler, Mistakes mistakes) {
    Optional<Mistake> own = HandlerRules.check(handler);
    if (own.isPresent()) {
      mistakes.add(own.get());
    } else {
      found(new BeanHandling(handler), mistakes);
    }
  }

  void found(Handling handling, Mistakes mistakes) {
    Handling other = byCommand.putIfAbsent(handling.command(), handling);
    if (other != null) {
      mistakes.add(Mistake.twoHandlers(other.describe(), handling.describe(), handling.command()));
    }
  }

  void addObservers(AfterBeanDiscovery discovery, BeanManager beans) {
    byCommand.forEach(
        (command, handling) -> {
          CommandHandler invoker = handling.invoker(beans);
          discovery
              .<CommandDelivery>addObserverMethod()
              .beanClass(handling.owner())
              .observedType(CommandDelivery.class)
              .addQualifier(new ForCommand.Literal(command))
              .notifyWith(context -> context.getEvent().deliverTo(invoker));
        });
  }

  /** Looks whether the container can call every handler. */
  void validate(BeanManager beans, Mistakes mistakes) {
    byCommand.values().forEach(handling -> mistakes.addAll(handling.mistakes(beans)));
  }

  /** Looks whether what modules have registered is handled twice. */
  void check(List<Registered.Handler> registered, Mistakes mistakes) {
    Map<Class<? extends Command>, String> known = new LinkedHashMap<>();
    byCommand.forEach((command, handling) -> known.put(command, handling.describe()));
    for (Registered.Handler handler : registered) {
      String own = handler.route().description();
      String other = known.putIfAbsent(handler.command(), own);
      if (other != null) {
        mistakes.add(Mistake.twoHandlers(other, own, handler.command()));
      }
    }
  }

  /** The commands that they handle. */
  Set<Class<? extends Command>> commands() {
    return byCommand.keySet();
  }

  /** Every handler, which fires the delivery of its command as a CDI event. */
  List<Registered.Handler> fire(Event<Object> events) {
    return byCommand.values().stream()
        .map(
            handling ->
                new Registered.Handler(
                    ModuleNames.of(handling.owner()).orElse(""),
                    handling.command(),
                    new Route(
                        fire(handling.command(), events), handling.answer(), handling.describe())))
        .toList();
  }

  private static CommandHandler fire(Class<? extends Command> command, Event<Object> events) {
    Event<CommandDelivery> channel =
        events.select(CommandDelivery.class, new ForCommand.Literal(command));
    return message -> {
      CommandDelivery delivery = new CommandDelivery(message);
      channel.fire(delivery);
      return delivery.answer();
    };
  }
}
