package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.Route;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.UnproxyableResolutionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command handlers that discovery found: each a synthetic observer of its command's delivery.
 */
final class CommandHandlers {

  private final Map<Class<? extends Command>, HandlerMethod> byCommand = new LinkedHashMap<>();

  void found(HandlerMethod handler, Mistakes mistakes) {
    Optional<Mistake> own = HandlerRules.check(handler);
    if (own.isPresent()) {
      mistakes.add(own.get());
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

  /** Looks whether the container can call every handler. */
  void validate(BeanManager beans, Mistakes mistakes) {
    for (HandlerMethod handler : byCommand.values()) {
      checkReference(handler, beans, mistakes);
      handler.injectedParameters().forEach(p -> checkParameter(handler, p, beans, mistakes));
    }
  }

  /** A proxy is made without the bean behind it; the container refuses where it cannot. */
  private static void checkReference(HandlerMethod handler, BeanManager beans, Mistakes mistakes) {
    if (!beans.isNormalScope(handler.bean().getScope())) {
      return;
    }
    CreationalContext<?> context = beans.createCreationalContext(null);
    try {
      beans.getReference(handler.bean(), handler.bean().getBeanClass(), context);
    } catch (UnproxyableResolutionException e) {
      mistakes.add(Mistake.noProxy(handler, String.valueOf(e.getMessage())));
    } finally {
      context.release();
    }
  }

  private static void checkParameter(
      HandlerMethod handler,
      AnnotatedParameter<?> parameter,
      BeanManager beans,
      Mistakes mistakes) {
    try {
      beans.validate(beans.createInjectionPoint(parameter));
    } catch (InjectionException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      mistakes.add(Mistake.notInjectable(handler, parameter.getPosition(), reason));
    }
  }

  /** For every command a route that fires its delivery as a CDI event. */
  Map<Class<? extends Command>, Route> routes(Event<Object> events) {
    Map<Class<? extends Command>, Route> routes = new LinkedHashMap<>();
    byCommand.forEach(
        (command, handler) -> {
          Event<CommandDelivery> channel =
              events.select(CommandDelivery.class, new ForCommand.Literal(command));
          CommandHandler fire =
              message -> {
                CommandDelivery delivery = new CommandDelivery(message);
                channel.fire(delivery);
                return delivery.answer();
              };
          routes.put(command, new Route(fire, handler.answer(), handler.describe()));
        });
    return routes;
  }

  /** The commands that are handled. */
  Set<Class<? extends Command>> commands() {
    return byCommand.keySet();
  }
}
