package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.message.Command;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command handlers that discovery found: each a synthetic observer of its command's delivery.
 */
final class CommandHandlers {

  private final Map<Class<? extends Command>, HandlerMethod> byCommand = new LinkedHashMap<>();

  void found(HandlerMethod handler, Mistakes mistakes) {
    List<Mistake> own = handler.mistakes().toList();
    own.forEach(mistakes::add);
    if (!own.isEmpty()) {
      return;
    }
    HandlerMethod other = byCommand.putIfAbsent(handler.commandType(), handler);
    if (other != null) {
      mistakes.add(Mistake.twoHandlers(other, handler));
    }
  }

  void addObservers(AfterBeanDiscovery discovery, BeanManager beans) {
    byCommand.forEach(
        (command, handler) -> {
          CommandHandler invoker = new HandlerInvoker(handler, beans);
          discovery
              .<CommandDelivery>addObserverMethod()
              .beanClass(handler.bean().getBeanClass())
              .observedType(CommandDelivery.class)
              .addQualifier(new ForCommand.Literal(command))
              .notifyWith(context -> context.getEvent().deliverTo(invoker));
        });
  }

  /** Looks whether the further parameters of every handler can be injected. */
  void validate(BeanManager beans, Mistakes mistakes) {
    for (HandlerMethod handler : byCommand.values()) {
      handler
          .injectedParameters()
          .forEach(
              parameter -> {
                try {
                  beans.validate(beans.createInjectionPoint(parameter));
                } catch (InjectionException | IllegalArgumentException e) {
                  mistakes.add(
                      Mistake.notInjectable(
                          handler, parameter.getPosition(), String.valueOf(e.getMessage())));
                }
              });
    }
  }

  /** For every command a handler that fires its delivery as a CDI event. */
  Map<Class<? extends Command>, CommandHandler> routes(Event<Object> events) {
    Map<Class<? extends Command>, CommandHandler> routes = new LinkedHashMap<>();
    for (Class<? extends Command> command : byCommand.keySet()) {
      Event<CommandDelivery> channel =
          events.select(CommandDelivery.class, new ForCommand.Literal(command));
      routes.put(
          command,
          message -> {
            CommandDelivery delivery = new CommandDelivery(message);
            channel.fire(delivery);
            return delivery.answer();
          });
    }
    return routes;
  }
}
