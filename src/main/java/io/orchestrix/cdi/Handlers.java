package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.Route;
import io.orchestrix.message.Command;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.Registered;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
      if (isFound(handler)) {
        continue;
      }
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

  /** Whether it is a method that discovery found as well, such as one of an aggregate. */
  private boolean isFound(Registered.Handler handler) {
    Handling same = byCommand.get(handler.command());
    return same != null && same.describe().equals(handler.route().description());
  }

  /** Every handler; those that discovery found fire the delivery of their command. */
  List<Registered.Handler> all(Event<Object> events, List<Registered.Handler> registered) {
    Map<Class<? extends Command>, String> modules = new HashMap<>();
    registered.forEach(handler -> modules.put(handler.command(), handler.module()));
    return Stream.concat(
            byCommand.values().stream()
                .map(found -> handler(found, modules.get(found.command()), events)),
            registered.stream().filter(handler -> !isFound(handler)))
        .toList();
  }

  private static Registered.Handler handler(
      Handling found, @Nullable String module, Event<Object> events) {
    return new Registered.Handler(
        module == null ? ModuleNames.of(found.owner()).orElse("") : module,
        found.command(),
        new Route(fire(found.command(), events), found.answer(), found.describe()));
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
