package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.cdi.jpa.UnnamedUnit;
import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.LocalCommandBus;
import io.orchestrix.config.Settings;
import io.orchestrix.deadline.HandlesDeadline;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.IntegrationEvent;
import io.orchestrix.message.Upcaster;
import io.orchestrix.module.Registered;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.saga.InvalidSagaException;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.ProcessSyntheticObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Finds aggregates, event types, upcasters and handlers while the container discovers beans, and
 * adds the beans and observers that they stand for. All mistakes are collected and reported
 * together.
 */
public class OrchestrixExtension implements Extension {

  private final Mistakes mistakes = new Mistakes();
  private final Aggregates aggregates = new Aggregates();
  private final EventClasses eventClasses = new EventClasses();
  private final HandlerClasses handlerClasses = new HandlerClasses();
  private final Handlers commandHandlers = new Handlers(HandlerKind.COMMAND);
  private final Handlers queryHandlers = new Handlers(HandlerKind.QUERY);
  private final Handlers deadlineHandlers = new Handlers(HandlerKind.DEADLINE);
  private final Injections injections = new Injections();
  private final Set<UnnamedUnit> unnamedUnits = new LinkedHashSet<>();
  private final UpcasterBeans upcasterBeans = new UpcasterBeans();
  private final InterceptorBeans interceptorBeans = new InterceptorBeans();
  private final EventObservers eventObservers = new EventObservers();
  private final ModuleBeans moduleBeans = new ModuleBeans();
  private final ProjectionBeans projectionBeans = new ProjectionBeans();
  private final SagaBeans sagaBeans = new SagaBeans();
  private final Defaults defaults = new Defaults();
  private boolean isComplete;
  private EventTypes eventTypes = new EventTypes(List.of());

  <T> void aggregate(
      @Observes @WithAnnotations(Aggregate.class) ProcessAnnotatedType<T> type, BeanManager beans) {
    if (type.getAnnotatedType().isAnnotationPresent(Aggregate.class)) {
      aggregates.found(type.getAnnotatedType(), beans, mistakes);
      type.veto();
    }
  }

  <T> void event(
      @Observes @WithAnnotations({EventType.class, IntegrationEvent.class})
          ProcessAnnotatedType<T> type) {
    if (type.getAnnotatedType().isAnnotationPresent(EventType.class)
        || type.getAnnotatedType().isAnnotationPresent(IntegrationEvent.class)) {
      eventClasses.found(type.getAnnotatedType().getJavaClass());
      type.veto();
    }
  }

  <T> void handlerClass(
      @Observes @WithAnnotations({HandlesCommand.class, HandlesQuery.class, HandlesDeadline.class})
          ProcessAnnotatedType<T> type) {
    handlerClasses.found(type.getAnnotatedType());
  }

  <T> void handlers(@Observes ProcessManagedBean<T> managed) {
    projectionBeans.found(managed, mistakes);
    sagaBeans.found(managed, mistakes);
    boolean ofSessionBean = managed instanceof ProcessSessionBean<?>;
    managed.getAnnotatedBeanClass().getMethods().stream()
        .filter(HandlerMethod::isHandler)
        .map(method -> new HandlerMethod(managed.getBean(), method, ofSessionBean))
        .filter(handler -> !handler.isOverridden())
        .forEach(handler -> handlers(handler.kind()).found(handler, mistakes));
  }

  private Handlers handlers(HandlerKind kind) {
    return switch (kind) {
      case COMMAND -> commandHandlers;
      case QUERY -> queryHandlers;
      case DEADLINE -> deadlineHandlers;
    };
  }

  /** Whether the application says itself who calls. */
  boolean hasCaller() {
    return defaults.hasCaller();
  }

  <T> void bean(@Observes ProcessBean<T> processed) {
    defaults.found(processed.getBean());
    injections.offered(processed.getBean());
    upcasterBeans.found(processed);
    interceptorBeans.found(processed, mistakes);
    moduleBeans.found(processed);
    sagaBeans.found(processed);
  }

  <T, X> void observer(@Observes ProcessObserverMethod<T, X> processed) {
    if (!(processed instanceof ProcessSyntheticObserverMethod<T, X>)) {
      eventObservers.found(processed, mistakes);
    }
  }

  <T, X> void injectionPoint(@Observes ProcessInjectionPoint<T, X> processed) {
    injections.wanted(processed.getInjectionPoint());
  }

  <T> void injectionTarget(@Observes ProcessInjectionTarget<T> processed) {
    UnnamedUnit.in(processed.getAnnotatedType()).forEach(unnamedUnits::add);
  }

  void complete(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
    mistakes.addAll(Settings.ofApplication().mistakes().stream().map(Mistake::of));
    mistakes.addAll(handlerClasses.mistakes());
    aggregates.addMissing(injections.aggregates(), beans, mistakes);
    mistakes.addAll(injections.mistakes(aggregates));
    mistakes.addAll(unnamedUnits.stream().map(Mistake::unnamedUnit));
    aggregates.handlings().forEach(handling -> commandHandlers.found(handling, mistakes));
    eventTypes = eventClasses.names(discoveredEvents(), mistakes);
    mistakes.toException().ifPresent(discovery::addDefinitionError);
    commandHandlers.addObservers(discovery, beans);
    queryHandlers.addObservers(discovery, beans);
    deadlineHandlers.addObservers(discovery, beans);
    projectionBeans.addObservers(discovery, beans);
    sagaBeans.addObservers(discovery, beans);
    aggregates.addRepositories(discovery);
    defaults.addMissing(discovery);
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager beans) {
    Mistakes found = new Mistakes();
    commandHandlers.validate(beans, found);
    queryHandlers.validate(beans, found);
    deadlineHandlers.validate(beans, found);
    projectionBeans.validate(beans, found);
    sagaBeans.validate(beans, found);
    moduleBeans.register(beans, found);
    Registered registered = moduleBeans.registered();
    aggregates.registered(registered.aggregates(), found);
    commandHandlers.check(registered.handlers(), found);
    queryHandlers.check(registered.queryHandlers(), found);
    deadlineHandlers.check(registered.deadlineHandlers(), found);
    projectionBeans.check(registered.projections(), found);
    mistakes(registered).forEach(found::add);
    Stream<Class<? extends Event>> seen =
        Stream.of(discoveredEvents(), sagaBeans.madeEventTypes(), registered.events().stream())
            .flatMap(events -> events);
    eventTypes = eventClasses.names(seen, found);
    upcasterBeans.validate(beans, eventTypes, registered.upcasters(), found);
    Settings.ofApplication().mistakes(commands(registered)).stream()
        .map(Mistake::of)
        .forEach(found::add);
    Settings.ofApplication().mistakesOfProjections(projections(registered)).stream()
        .map(Mistake::of)
        .forEach(found::add);
    Settings.ofApplication().warnOfUnknown(commands(registered), projections(registered));
    isComplete = true;
    found.toException().ifPresent(validation::addDeploymentProblem);
  }

  private Stream<Class<? extends Event>> discoveredEvents() {
    return Stream.of(
            aggregates.eventTypes(),
            projectionBeans.eventTypes(),
            sagaBeans.eventTypes(),
            SagaEvent.TYPES.stream())
        .flatMap(events -> events);
  }

  private Stream<Mistake> mistakes(Registered registered) {
    return InvalidSagaException.among(definitions(sagaBeans.all(registered.sagas()))).stream()
        .map(Mistake::of);
  }

  private static List<SagaDefinition<?>> definitions(List<Registered.SagaEntry> sagas) {
    return sagas.stream().<SagaDefinition<?>>map(Registered.SagaEntry::definition).toList();
  }

  /** The logical names of all commands that have a handler. */
  private Set<String> commands(Registered registered) {
    return LocalCommandBus.names(commandHandlers.messages(registered.handlers()));
  }

  private Set<String> projections(Registered registered) {
    Set<String> names = new LinkedHashSet<>(projectionBeans.names());
    registered.projections().forEach(found -> names.add(found.type().name()));
    return names;
  }

  /** Every handler; those that discovery found are CDI events. */
  List<Registered.Handler> handlers(jakarta.enterprise.event.Event<Object> events) {
    requireComplete();
    return commandHandlers.all(
        moduleBeans.registered().handlers(), new Deliveries(events)::command);
  }

  /** Every handler of queries. */
  List<Registered.QueryHandler> queryHandlers(jakarta.enterprise.event.Event<Object> events) {
    requireComplete();
    return queryHandlers.all(
        moduleBeans.registered().queryHandlers(), new Deliveries(events)::query);
  }

  /** Every handler of deadlines. */
  List<Registered.OfDeadlines> deadlineHandlers(jakarta.enterprise.event.Event<Object> events) {
    requireComplete();
    return deadlineHandlers.all(
        moduleBeans.registered().deadlineHandlers(), new Deliveries(events)::deadline);
  }

  /** Every projection; those that discovery found are called by CDI events. */
  List<Registered.ReadSide> projections(jakarta.enterprise.event.Event<Object> events) {
    requireComplete();
    return projectionBeans.all(events, moduleBeans.registered().projections());
  }

  /** Every saga, in every version. */
  List<Registered.SagaEntry> sagas() {
    requireComplete();
    return sagaBeans.all(moduleBeans.registered().sagas());
  }

  /** Who is made too early would not know all of it. */
  private void requireComplete() {
    if (!isComplete) {
      throw new IllegalStateException(
          "Modules and upcasters are made before the bus, the store and the repositories are; a"
              + " module takes them from its ModuleRegistration");
    }
  }

  Collection<AggregateType<?>> aggregates() {
    return aggregates.types();
  }

  EventObservers eventObservers() {
    return eventObservers;
  }

  List<Registered.Observer> registeredObservers() {
    return moduleBeans.registered().observers();
  }

  EventTypes eventTypes() {
    requireComplete();
    return eventTypes;
  }

  List<Upcaster> upcasters() {
    return upcasterBeans.upcasters();
  }

  SortedMap<Integer, CommandInterceptor> interceptors(BeanManager beans) {
    return interceptorBeans.references(beans);
  }
}
