package io.orchestrix.cdi;

import io.orchestrix.message.Event;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.Registered;
import io.orchestrix.projection.InvalidProjectionException;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ProjectionTarget;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.saga.Saga;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The projections that discovery found: each a synthetic observer of what is delivered to it. */
final class ProjectionBeans {

  private record Found(ProjectionType type, Bean<?> bean) {}

  private final Map<String, Found> byName = new LinkedHashMap<>();

  <T> void found(ProcessManagedBean<T> managed, Mistakes mistakes) {
    AnnotatedType<T> type = managed.getAnnotatedBeanClass();
    boolean isProjection = type.isAnnotationPresent(Projection.class);
    if (!isProjection && type.isAnnotationPresent(Saga.class)) {
      return; // its methods take events as well
    }
    if (!isProjection && type.getMethods().stream().noneMatch(ProjectionBeans::handles)) {
      return;
    }
    List<InvalidProjectionException> wrong = ProjectionType.mistakes(type.getJavaClass());
    wrong.forEach(mistake -> mistakes.add(Mistake.of(mistake)));
    if (wrong.isEmpty()) {
      ProjectionType projection = ProjectionType.of(type.getJavaClass());
      mistakes.addAll(BeanCall.mistakes(managed, projection.methods()));
      add(new Found(projection, managed.getBean()), mistakes);
    }
  }

  private static boolean handles(AnnotatedMethod<?> method) {
    return !method.getJavaMember().isBridge()
        && method.getParameters().stream()
            .anyMatch(parameter -> parameter.isAnnotationPresent(HandlesEvent.class));
  }

  private void add(Found found, Mistakes mistakes) {
    Found other = byName.putIfAbsent(found.type().name(), found);
    if (other != null) {
      mistakes.add(
          Mistake.of(
              InvalidProjectionException.sameName(
                  found.type().name(), other.type().type(), found.type().type())));
    }
  }

  void addObservers(AfterBeanDiscovery discovery, BeanManager beans) {
    for (Found found : byName.values()) {
      BeanCall.observe(found.type().type(), found.bean(), discovery, beans);
    }
  }

  /** Looks whether the container can call every method. */
  void validate(BeanManager beans, Mistakes mistakes) {
    for (Found found : byName.values()) {
      mistakes.addAll(InjectedValues.mistakes(found.type().injected(), beans));
    }
  }

  /** The names of all of them. */
  Set<String> names() {
    return byName.keySet();
  }

  /** The classes of events that they take, as far as they are no supertypes of some. */
  Stream<Class<? extends Event>> eventTypes() {
    return EventClasses.concrete(
        byName.values().stream().flatMap(found -> found.type().eventTypes().stream()));
  }

  /** Looks whether what modules have registered has a name of its own. */
  void check(List<Registered.ReadSide> registered, Mistakes mistakes) {
    for (Registered.ReadSide projection : registered) {
      Found other = byName.get(projection.type().name());
      if (other != null) {
        mistakes.add(
            Mistake.of(
                InvalidProjectionException.sameName(
                    projection.type().name(), other.type().type(), projection.type().type())));
      }
    }
  }

  /** All of them, with those that modules have registered. */
  List<Registered.ReadSide> all(
      jakarta.enterprise.event.Event<Object> events, List<Registered.ReadSide> registered) {
    Stream<Registered.ReadSide> found =
        byName.values().stream()
            .map(Found::type)
            .map(type -> new Registered.ReadSide(moduleOf(type), type, target(type, events)));
    return Stream.concat(found, registered.stream()).toList();
  }

  private static String moduleOf(ProjectionType type) {
    return ModuleNames.of(type.type()).orElse("");
  }

  private static ProjectionTarget target(
      ProjectionType type, jakarta.enterprise.event.Event<Object> events) {
    return work ->
        BeanCall.send(
            events,
            type.type(),
            (projection, values) -> {
              work.on(projection, values);
              return null;
            });
  }
}
