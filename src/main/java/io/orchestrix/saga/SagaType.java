package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.InstanceMethods;
import io.orchestrix.unitofwork.RetryPolicy;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class says about the saga that it is. Immutable, thread-safe. */
public final class SagaType {

  private final Class<?> type;
  private final Saga saga;
  private final Class<?> stateType;

  private SagaType(Class<?> type) {
    this.type = type;
    this.saga = SagaTypeRules.saga(type);
    this.stateType = SagaTypeRules.stateType(type);
  }

  /**
   * What a class says.
   *
   * @throws InvalidSagaException the first of its {@link #mistakes}
   */
  public static SagaType of(Class<?> type) {
    for (InvalidSagaException mistake : mistakes(type)) {
      throw mistake;
    }
    return new SagaType(type);
  }

  /** All that keeps a class from being a saga; empty if nothing. */
  public static List<InvalidSagaException> mistakes(Class<?> type) {
    List<InvalidSagaException> mistakes = SagaTypeRules.mistakes(type);
    return mistakes.isEmpty()
        ? SagaRules.mistakes(new SagaType(type).definition(work -> null))
        : mistakes;
  }

  public Class<?> type() {
    return type;
  }

  public String name() {
    return saga.value();
  }

  public int version() {
    return saga.version();
  }

  /** Its methods, for people and for the container that calls them. */
  public Stream<Method> methods() {
    return SagaTypeRules.methods(type);
  }

  /** The parameters of its methods whose values have to be injected. */
  public Stream<Parameter> injected() {
    return methods().flatMap(method -> new SagaMethod(method, stateType).injected());
  }

  /** The definition, whose methods are called on {@code target}. */
  public SagaDefinition<?> definition(SagaTarget target) {
    return definition(target, stateType);
  }

  private <S> SagaDefinition<S> definition(SagaTarget target, Class<S> state) {
    return new SagaDefinition<>(
        saga.value(),
        saga.version(),
        IntStream.of(saga.migrates()).boxed().collect(Collectors.toSet()),
        state,
        methods(Step.class).map(method -> this.<S>step(method, target)).toList(),
        SagaTypeRules.eventMethods(type).map(method -> this.<S>event(method, target)).toList(),
        methods(OnDeadline.class).map(method -> this.<S>deadline(method, target)).toList());
  }

  private Stream<Method> methods(Class<? extends Annotation> marker) {
    return InstanceMethods.of(type).filter(method -> method.isAnnotationPresent(marker));
  }

  private <S> StepDefinition<S> step(Method method, SagaTarget target) {
    Step step = method.getAnnotation(Step.class);
    Optional<Method> back =
        methods(Compensation.class)
            .filter(found -> found.getName().equals(step.compensatedBy()))
            .findFirst();
    return new StepDefinition<>(
        method.getName(),
        step.order(),
        action(method, target),
        back.map(found -> this.<S>action(found, target)).orElse(null),
        retry(method),
        back.map(SagaType::retry).orElse(null),
        routes(step.awaits(), step),
        routes(step.failsOn(), step),
        SagaTypeRules.duration(saga.value(), method.getName(), step.timeout()),
        step.pivot(),
        step.outside());
  }

  private <S> SagaAction<S> action(Method method, SagaTarget target) {
    SagaMethod called = new SagaMethod(method, stateType);
    return (state, context) -> called.call(target, state, null, context);
  }

  private static @Nullable RetryPolicy retry(Method method) {
    Retried said = method.getAnnotation(Retried.class);
    return said == null ? null : SagaTypeRules.policy(said);
  }

  private Map<Class<? extends Event>, Correlation> routes(
      Class<? extends Event>[] events, Step step) {
    List<String> components =
        step.correlatedBy().length == 0 ? startComponents() : List.of(step.correlatedBy());
    Map<Class<? extends Event>, Correlation> routes = new LinkedHashMap<>();
    for (Class<? extends Event> event : events) {
      routes.put(event, new Correlation(step.correlationKey(), components));
    }
    return routes;
  }

  private <S> EventRoute<S> event(Method method, SagaTarget target) {
    SagaMethod called = new SagaMethod(method, stateType);
    boolean isStart = method.isAnnotationPresent(StartsOn.class);
    return new EventRoute<>(
        called.eventType(),
        isStart,
        correlation(method),
        (state, event, context) -> called.call(target, state, event, context),
        retry(method));
  }

  private Correlation correlation(Method method) {
    Correlate said = method.getAnnotation(Correlate.class);
    return said == null
        ? new Correlation(CorrelationKey.OWN, startComponents())
        : new Correlation(said.key(), List.of(said.value()));
  }

  /** Of the first method that begins an instance. */
  private List<String> startComponents() {
    List<String> components = new ArrayList<>();
    methods(StartsOn.class)
        .map(method -> method.getAnnotation(Correlate.class))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(said -> components.addAll(List.of(said.value())));
    return components;
  }

  private <S> DeadlineRoute<S> deadline(Method method, SagaTarget target) {
    String after = method.getAnnotation(OnDeadline.class).value();
    Duration afterStart = SagaTypeRules.duration(saga.value(), method.getName(), after);
    return new DeadlineRoute<>(method.getName(), afterStart, action(method, target), retry(method));
  }

  /** The classes of events that it takes. */
  public Set<Class<? extends Event>> eventTypes() {
    return definition(work -> null).eventTypes();
  }
}
