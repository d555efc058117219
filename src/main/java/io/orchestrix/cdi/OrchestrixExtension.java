package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.EventTypes;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds aggregates, event types and handlers while the container discovers beans, and adds the
 * beans and observers that they stand for. All mistakes are collected and reported together.
 */
public class OrchestrixExtension implements Extension {

  private final Mistakes mistakes = new Mistakes();
  private final Aggregates aggregates = new Aggregates();
  private final CommandHandlers commandHandlers = new CommandHandlers();
  private final Defaults defaults = new Defaults();
  private final Set<Class<? extends Event>> annotatedEvents = new LinkedHashSet<>();
  private EventTypes eventTypes = new EventTypes(List.of());

  <T> void aggregate(@Observes @WithAnnotations(Aggregate.class) ProcessAnnotatedType<T> type) {
    if (type.getAnnotatedType().isAnnotationPresent(Aggregate.class)) {
      aggregates.found(type.getAnnotatedType().getJavaClass(), mistakes);
      type.veto();
    }
  }

  <T> void event(@Observes @WithAnnotations(EventType.class) ProcessAnnotatedType<T> type) {
    Class<T> found = type.getAnnotatedType().getJavaClass();
    if (Event.class.isAssignableFrom(found)) {
      annotatedEvents.add(found.asSubclass(Event.class));
      type.veto();
    }
  }

  <T> void handlers(@Observes ProcessManagedBean<T> managed) {
    managed.getAnnotatedBeanClass().getMethods().stream()
        .filter(HandlerMethod::isHandler)
        .map(method -> new HandlerMethod(managed.getBean(), method))
        .filter(handler -> !handler.isOverridden())
        .forEach(handler -> commandHandlers.found(handler, mistakes));
  }

  <T> void bean(@Observes ProcessBean<T> processed) {
    defaults.found(processed.getBean());
  }

  <T, X> void injectionPoint(@Observes ProcessInjectionPoint<T, X> processed) {
    aggregates.injected(processed.getInjectionPoint());
  }

  void complete(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
    Settings.ofApplication().mistakes().stream().map(Mistake::of).forEach(mistakes::add);
    mistakes.addAll(aggregates.unknown());
    nameEvents();
    mistakes.toException().ifPresent(discovery::addDefinitionError);
    commandHandlers.addObservers(discovery, beans);
    aggregates.addRepositories(discovery);
    defaults.addMissing(discovery);
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager beans) {
    Mistakes found = new Mistakes();
    commandHandlers.validate(beans, found);
    found.toException().ifPresent(validation::addDeploymentProblem);
  }

  EventTypes eventTypes() {
    return eventTypes;
  }

  CommandHandlers commandHandlers() {
    return commandHandlers;
  }

  private void nameEvents() {
    Set<Class<? extends Event>> events = new LinkedHashSet<>(annotatedEvents);
    aggregates.eventTypes().forEach(events::add);
    try {
      eventTypes = new EventTypes(events);
    } catch (IllegalArgumentException e) {
      mistakes.add(Mistake.sameEventType(String.valueOf(e.getMessage())));
    }
  }
}
