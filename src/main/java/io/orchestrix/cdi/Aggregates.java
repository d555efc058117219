package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.aggregate.InvalidAggregateException;
import io.orchestrix.message.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The aggregates that discovery found, and the repository bean of each. */
final class Aggregates {

  private final Map<Class<?>, AggregateType<?>> byClass = new LinkedHashMap<>();
  private final Map<String, Class<?>> byCategory = new LinkedHashMap<>();
  private final Set<Class<?>> marked = new HashSet<>();

  void found(AnnotatedType<?> annotated, BeanManager beans, Mistakes mistakes) {
    Class<?> type = annotated.getJavaClass();
    marked.add(type);
    annotated.getAnnotations().stream()
        .map(Annotation::annotationType)
        .filter(beans::isScope)
        .forEach(scope -> mistakes.add(Mistake.scopedAggregate(type, scope)));
    List<InvalidAggregateException> own = AggregateType.mistakes(type);
    mistakes.addAll(own.stream().map(Mistake::of));
    if (own.isEmpty()) {
      add(AggregateType.of(type), mistakes);
    }
  }

  private void add(AggregateType<?> aggregate, Mistakes mistakes) {
    Class<?> type = aggregate.type();
    Class<?> other = byCategory.putIfAbsent(aggregate.category(), type);
    if (other != null) {
      mistakes.add(Mistake.sameCategory(other, type, aggregate.category()));
    }
    byClass.put(type, aggregate);
  }

  /** Adds those that modules have registered by code; of one that is known already nothing. */
  void registered(List<AggregateType<?>> types, Mistakes mistakes) {
    types.stream()
        .filter(type -> !byClass.containsKey(type.type()))
        .forEach(type -> add(type, mistakes));
  }

  /** What they handle themselves. */
  Stream<Handling> handlings() {
    return byClass.values().stream().flatMap(AggregateHandling::of);
  }

  Collection<AggregateType<?>> types() {
    return byClass.values();
  }

  /**
   * Adds those that are needed and that discovery did not see: WildFly does not look for the
   * stereotype {@code @Aggregate} in the WAR of an EAR.
   */
  void addMissing(Stream<Class<?>> needed, BeanManager beans, Mistakes mistakes) {
    needed
        .filter(type -> !marked.contains(type))
        .forEach(type -> found(beans.createAnnotatedType(type), beans, mistakes));
  }

  /** Whether a class is marked as an aggregate, even a faulty one. */
  boolean contains(Class<?> type) {
    return marked.contains(type);
  }

  /** Whether there is a repository of such aggregates, perhaps of those of a decider. */
  boolean haveRepositoryOf(Type aggregate) {
    return byClass.values().stream().anyMatch(type -> type.aggregateType().equals(aggregate));
  }

  Stream<Class<? extends Event>> eventTypes() {
    return byClass.values().stream().flatMap(type -> type.eventTypes().stream());
  }

  void addRepositories(AfterBeanDiscovery discovery) {
    byClass.values().forEach(type -> addRepository(discovery, type));
  }

  private static <T extends AggregateRoot> void addRepository(
      AfterBeanDiscovery discovery, AggregateType<T> type) {
    discovery
        .<AggregateRepository<T>>addBean()
        .beanClass(EventSourcedRepository.class)
        .types(Object.class, new RepositoryType(type.aggregateType()))
        .scope(Singleton.class)
        .id("orchestrix-repository-" + type.type().getName())
        .produceWith(beans -> repository(type, beans));
  }

  private static <T extends AggregateRoot> AggregateRepository<T> repository(
      AggregateType<T> type, Instance<Object> beans) {
    return new EventSourcedRepository<>(type, beans.select(AggregateServices.class).get());
  }
}
