package io.orchestrix.projection;

import io.orchestrix.message.Event;
import io.orchestrix.subscription.Sequencing;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a class says about the projection that it is. Immutable, thread-safe. */
public final class ProjectionType {

  private final Class<?> type;
  private final Projection projection;
  private final List<ProjectionMethod> methods;
  private final Optional<ProjectionMethod> reset;
  private final Sequencing sequencing;
  private final Map<Class<?>, List<ProjectionMethod>> byEvent = new ConcurrentHashMap<>();

  private ProjectionType(Class<?> type, Sequencing sequencing) {
    this.type = type;
    this.projection = ProjectionRules.projection(type);
    this.sequencing = sequencing;
    this.methods = ProjectionRules.handlers(type).stream().map(ProjectionMethod::new).toList();
    this.reset = ProjectionRules.resets(type).stream().map(ProjectionMethod::new).findFirst();
  }

  /**
   * What a class says.
   *
   * @throws InvalidProjectionException the first of its {@link #mistakes}
   */
  public static ProjectionType of(Class<?> type) {
    for (InvalidProjectionException mistake : mistakes(type)) {
      throw mistake;
    }
    return new ProjectionType(type, ProjectionRules.sequencing(type));
  }

  /** All that keeps a class from being a projection; empty if nothing. */
  public static List<InvalidProjectionException> mistakes(Class<?> type) {
    return ProjectionRules.mistakes(type);
  }

  public String name() {
    return projection.value();
  }

  public Class<?> type() {
    return type;
  }

  public Projection.Mode mode() {
    return projection.mode();
  }

  public int segments() {
    return projection.segments();
  }

  public Sequencing sequencing() {
    return sequencing;
  }

  /** The classes of events that its methods take. */
  public Set<Class<?>> eventTypes() {
    return methods.stream()
        .flatMap(method -> method.eventType().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it keeps versions of its read model apart, so that it can be rebuilt beside. */
  public boolean hasVersions() {
    return methods.stream().anyMatch(ProjectionMethod::takesReadModel)
        && reset.filter(ProjectionMethod::takesReadModel).isPresent();
  }

  /** Its methods, for people and for the container that calls them. */
  public Stream<Method> methods() {
    return Stream.concat(methods.stream(), reset.stream()).map(ProjectionMethod::method);
  }

  /** The parameters of its methods whose values have to be injected. */
  public Stream<java.lang.reflect.Parameter> injected() {
    return Stream.concat(methods.stream(), reset.stream())
        .flatMap(method -> method.injected().stream());
  }

  Optional<ProjectionMethod> reset() {
    return reset;
  }

  List<ProjectionMethod> handlers() {
    return methods;
  }

  /** The methods that take an event of a class, in the order of their names. */
  List<ProjectionMethod> handlersOf(Class<? extends Event> event) {
    List<ProjectionMethod> known = byEvent.get(event);
    return known == null ? byEvent.computeIfAbsent(event, this::find) : known;
  }

  private List<ProjectionMethod> find(Class<?> event) {
    return methods.stream()
        .filter(
            method -> method.eventType().filter(taken -> taken.isAssignableFrom(event)).isPresent())
        .toList();
  }
}
