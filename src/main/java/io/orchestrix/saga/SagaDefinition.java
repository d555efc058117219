package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a saga does. Immutable, thread-safe.
 *
 * <p>Made of a class with {@link Saga}, or step by step:
 *
 * <pre>{@code
 * SagaDefinition<Order> order =
 *     SagaDefinition.named("order", Order.class)
 *         .step("reserve", (order, saga) -> new ReserveStock(order.sku()))
 *         .compensatedBy((order, saga) -> new ReleaseStock(order.sku()))
 *         .step("charge", (order, saga) -> new Charge(order.card(), order.total()))
 *         .build();
 * }</pre>
 *
 * @param <S> its state, which is written as JSON
 */
public final class SagaDefinition<S> {

  private final String name;
  private final int version;
  private final Set<Integer> migrated;
  private final Class<S> stateType;
  private final List<StepDefinition<S>> steps;
  private final List<EventRoute<S>> events;
  private final List<String> declaredDeadlines;
  private final Map<String, DeadlineRoute<S>> deadlines = new LinkedHashMap<>();

  SagaDefinition(
      String name,
      int version,
      Set<Integer> migrated,
      Class<S> stateType,
      List<StepDefinition<S>> steps,
      List<EventRoute<S>> events,
      List<DeadlineRoute<S>> deadlines) {
    this.name = name;
    this.version = version;
    this.migrated = Set.copyOf(migrated);
    this.stateType = stateType;
    this.steps =
        steps.stream()
            .sorted(
                Comparator.<StepDefinition<S>>comparingInt(StepDefinition::order)
                    .thenComparing(StepDefinition::name))
            .toList();
    this.events = List.copyOf(events);
    this.declaredDeadlines = deadlines.stream().map(DeadlineRoute::name).toList();
    deadlines.forEach(deadline -> this.deadlines.put(deadline.name(), deadline));
  }

  /**
   * Begins a list of steps, which are done one after the other.
   *
   * @param name unique in the application: letters, digits, {@code -}, {@code _} and {@code .}
   * @param input what an instance begins with, its state
   */
  public static <S> SagaBuilder<S> named(String name, Class<S> input) {
    return new SagaBuilder<>(name, input);
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  /** The classes of events that it takes. */
  public Set<Class<? extends Event>> eventTypes() {
    Set<Class<? extends Event>> types = new LinkedHashSet<>();
    events.forEach(route -> types.add(route.type()));
    for (StepDefinition<S> step : steps) {
      types.addAll(step.awaited().keySet());
      types.addAll(step.failing().keySet());
    }
    return types;
  }

  /** The names of its steps, in their order. */
  public List<String> stepNames() {
    return steps.stream().map(StepDefinition::name).toList();
  }

  /** Earlier versions whose instances go on with this one. */
  Set<Integer> migrated() {
    return migrated;
  }

  /** All versions whose instances follow this one. */
  Set<Integer> versions() {
    Set<Integer> all = new HashSet<>(migrated);
    all.add(version);
    return all;
  }

  /** The class of its state, which is what an instance begins with that is started by hand. */
  public Class<S> stateType() {
    return stateType;
  }

  List<StepDefinition<S>> steps() {
    return steps;
  }

  Optional<StepDefinition<S>> step(String step) {
    return steps.stream().filter(found -> found.name().equals(step)).findFirst();
  }

  List<EventRoute<S>> events() {
    return events;
  }

  Map<String, DeadlineRoute<S>> deadlines() {
    return deadlines;
  }

  /** The names of all deadlines, one that was said twice also twice. */
  List<String> declaredDeadlines() {
    return declaredDeadlines;
  }

  /** What takes an event: the route of the nearest class. */
  Optional<EventRoute<S>> route(Class<?> event) {
    return events.stream()
        .filter(route -> route.type().isAssignableFrom(event))
        .reduce((a, b) -> a.type().isAssignableFrom(b.type()) ? b : a);
  }

  /** All ways in which events find instances. */
  Stream<Correlation> correlations() {
    return Stream.concat(
        events.stream().map(EventRoute::correlation),
        steps.stream()
            .flatMap(step -> Stream.of(step.awaited(), step.failing()))
            .flatMap(routes -> routes.values().stream()));
  }

  /** The keys by which an event finds instances. */
  Set<CorrelationKey> keys(Event event) {
    Set<CorrelationKey> keys = new LinkedHashSet<>();
    route(event.getClass()).flatMap(route -> route.correlation().of(event)).ifPresent(keys::add);
    for (StepDefinition<S> step : steps) {
      add(step.awaited(), event, keys);
      add(step.failing(), event, keys);
    }
    return keys;
  }

  /** The key of the instance that an event begins; empty if it begins none. */
  Optional<String> begins(Event event) {
    return route(event.getClass())
        .filter(EventRoute::isStart)
        .flatMap(route -> route.correlation().of(event))
        .map(CorrelationKey::value);
  }

  private static void add(
      Map<Class<? extends Event>, Correlation> routes, Event event, Set<CorrelationKey> keys) {
    routes.forEach(
        (type, correlation) -> {
          if (type.isInstance(event)) {
            correlation.of(event).ifPresent(keys::add);
          }
        });
  }

  /** Whether it does something with events of a class. */
  boolean takes(Class<?> event) {
    return eventTypes().stream().anyMatch(type -> type.isAssignableFrom(event));
  }
}
