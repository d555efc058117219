package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRepository;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the beans of the application ask for, to tell what of it there cannot be. */
final class Injections {

  private record Wanted(Type type, Member where) {}

  private final Set<Wanted> wanted = new LinkedHashSet<>();
  private final Set<Type> offered = new HashSet<>();

  void wanted(InjectionPoint point) {
    Type type = point.getType();
    while (type instanceof ParameterizedType generic && isLookup(generic)) {
      type = generic.getActualTypeArguments()[0];
    }
    boolean anyOfThem = type != point.getType() && isOfAnything(type); // the application chooses
    if (!anyOfThem) {
      wanted.add(new Wanted(type, point.getMember()));
    }
  }

  /** Remembers what the application provides by itself. */
  void offered(Bean<?> bean) {
    offered.addAll(bean.getTypes());
  }

  /** The aggregates whose repositories are wanted, as far as they are marked as such. */
  Stream<Class<?>> aggregates() {
    return wanted.stream()
        .filter(point -> point.type() instanceof ParameterizedType type && isRepository(type))
        .map(point -> ((ParameterizedType) point.type()).getActualTypeArguments()[0])
        .<Class<?>>mapMulti(
            (type, found) -> {
              if (type instanceof Class<?> c) found.accept(c);
            })
        .filter(type -> type.isAnnotationPresent(Aggregate.class));
  }

  Stream<Mistake> mistakes(Aggregates aggregates) {
    return wanted.stream()
        .filter(point -> !offered.contains(point.type()))
        .flatMap(point -> mistake(point, aggregates).stream());
  }

  private static Optional<Mistake> mistake(Wanted point, Aggregates aggregates) {
    if (point.type() instanceof Class<?> type) {
      if (type == AggregateRepository.class) {
        return Optional.of(Mistake.repositoryOfAnything(point.where(), type));
      }
      return aggregates.contains(type)
          ? Optional.of(Mistake.injectedAggregate(point.where(), type))
          : Optional.empty();
    }
    if (!(point.type() instanceof ParameterizedType type) || !isRepository(type)) {
      return Optional.empty();
    }
    Type aggregate = type.getActualTypeArguments()[0];
    if (aggregates.haveRepositoryOf(aggregate) || isMarked(aggregate, aggregates)) {
      return Optional.empty();
    }
    boolean isNamed = aggregate instanceof Class<?> || aggregate instanceof ParameterizedType;
    return Optional.of(
        isNamed
            ? Mistake.unknownAggregate(point.where(), aggregate)
            : Mistake.repositoryOfAnything(point.where(), type));
  }

  /** One that is faulty is told by itself. */
  private static boolean isMarked(Type type, Aggregates aggregates) {
    return type instanceof Class<?> found && aggregates.contains(found);
  }

  private static boolean isLookup(ParameterizedType type) {
    return type.getRawType() == Instance.class || type.getRawType() == Provider.class;
  }

  private static boolean isRepository(ParameterizedType type) {
    return type.getRawType() == AggregateRepository.class;
  }

  private static boolean isOfAnything(Type type) {
    return type instanceof ParameterizedType generic
        && isRepository(generic)
        && generic.getActualTypeArguments()[0] instanceof WildcardType;
  }
}
