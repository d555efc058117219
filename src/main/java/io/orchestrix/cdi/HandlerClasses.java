package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes with handler methods that discovery saw, to find those that can be no bean, whose
 * handlers nobody would ever call.
 *
 * <p>A class that could be a bean and is none was switched off by somebody, as a disabled
 * alternative or by the veto of another extension. That is no mistake.
 */
final class HandlerClasses {

  private record Obstacle(String what, String fix) {}

  private record Unused(AnnotatedType<?> type, Obstacle obstacle) {}

  private final List<Unused> unused = new ArrayList<>();
  private final List<AnnotatedType<?>> aggregates = new ArrayList<>();
  private final Set<Class<?>> usable = new HashSet<>();

  void found(AnnotatedType<?> type) {
    if (type.isAnnotationPresent(Aggregate.class)) {
      aggregates.add(type);
    }
    obstacle(type)
        .ifPresentOrElse(
            obstacle -> unused.add(new Unused(type, obstacle)),
            () -> usable.add(type.getJavaClass()));
  }

  /** The handlers of classes that are no beans, and that no bean inherits. */
  Stream<Mistake> mistakes() {
    Stream<Mistake> ofOthers =
        unused.stream()
            .filter(
                found -> usable.stream().noneMatch(found.type().getJavaClass()::isAssignableFrom))
            .flatMap(HandlerClasses::mistakes);
    return Stream.concat(ofOthers, aggregates.stream().flatMap(HandlerClasses::othersOf));
  }

  /** An aggregate handles commands itself, but no queries and no deadlines. */
  private static Stream<Mistake> othersOf(AnnotatedType<?> aggregate) {
    Obstacle obstacle = new Obstacle("is an aggregate", "Move it to a bean of its own");
    return aggregate.getMethods().stream()
        .filter(HandlerMethod::isHandler)
        .filter(method -> !HandlerKind.of(method).equals(Optional.of(HandlerKind.COMMAND)))
        .map(method -> mistake(new Unused(aggregate, obstacle), method));
  }

  private static Stream<Mistake> mistakes(Unused found) {
    return found.type().getMethods().stream()
        .filter(method -> method.getJavaMember().getDeclaringClass() == found.type().getJavaClass())
        .filter(HandlerMethod::isHandler)
        .map(method -> mistake(found, method));
  }

  private static Mistake mistake(Unused found, AnnotatedMethod<?> method) {
    String handler = HandlerMethod.describe(found.type().getJavaClass(), method);
    HandlerKind kind = HandlerKind.of(method).orElseThrow();
    return Mistake.handlerWithoutBean(
        handler, kind, found.obstacle().what(), found.obstacle().fix());
  }

  private static Optional<Obstacle> obstacle(AnnotatedType<?> type) {
    Class<?> found = type.getJavaClass();
    if (type.isAnnotationPresent(Interceptor.class) || type.isAnnotationPresent(Decorator.class)) {
      return obstacle("is an interceptor or decorator", "Move it to a bean of its own");
    }
    if (found.isInterface()) {
      return obstacle("is an interface", "Annotate the parameter in the class that implements it");
    }
    if (found.isEnum()) {
      return obstacle("is an enum", "Let it be a class with a scope such as @ApplicationScoped");
    }
    if (Modifier.isAbstract(found.getModifiers())) {
      return obstacle(
          "is abstract and no bean extends it",
          "Extend it by a class with a scope such as @ApplicationScoped");
    }
    if (found.isMemberClass() && !Modifier.isStatic(found.getModifiers())) {
      return obstacle("is an inner class", "Make it static");
    }
    boolean hasConstructor =
        type.getConstructors().stream()
            .anyMatch(
                made -> made.getParameters().isEmpty() || made.isAnnotationPresent(Inject.class));
    return hasConstructor
        ? Optional.empty()
        : obstacle(
            "has no constructor that CDI could call",
            "Annotate one with @Inject, or add one without parameters");
  }

  private static Optional<Obstacle> obstacle(String what, String fix) {
    return Optional.of(new Obstacle(what, fix));
  }
}
