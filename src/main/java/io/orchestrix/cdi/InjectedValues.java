package io.orchestrix.cdi;

import io.orchestrix.message.ParameterValues;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Injects the further parameters of methods that belong to no bean; what is made for a call is
 * released after it. Thread-safe.
 */
final class InjectedValues implements ParameterValues {

  private final BeanManager beans;
  private final Map<Parameter, InjectionPoint> points = new ConcurrentHashMap<>();

  InjectedValues(BeanManager beans) {
    this.beans = beans;
  }

  /** A parameter of a method as CDI sees it. */
  static AnnotatedParameter<?> annotated(Parameter parameter, BeanManager beans) {
    return beans
        .createAnnotatedType(parameter.getDeclaringExecutable().getDeclaringClass())
        .getMethods()
        .stream()
        .flatMap(method -> method.getParameters().stream())
        .filter(found -> found.getJavaParameter().equals(parameter))
        .findFirst()
        .orElseThrow();
  }

  /** What keeps parameters of methods from being injected. */
  static Stream<Mistake> mistakes(Stream<Parameter> parameters, BeanManager beans) {
    return parameters.flatMap(
        parameter ->
            mistakes(
                annotated(parameter, beans), parameter.getDeclaringExecutable().toString(), beans));
  }

  /** What keeps a parameter of a handler from being injected. */
  static Stream<Mistake> mistakes(
      AnnotatedParameter<?> parameter, String handler, BeanManager beans) {
    try {
      beans.validate(beans.createInjectionPoint(parameter));
      return Stream.empty();
    } catch (InjectionException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      return Stream.of(Mistake.notInjectable(handler, parameter.getPosition(), reason));
    }
  }

  private InjectionPoint point(Parameter parameter) {
    return beans.createInjectionPoint(annotated(parameter, beans));
  }

  @Override
  public Call open() {
    CreationalContext<?> context = beans.createCreationalContext(null);
    return new Call() {
      @Override
      public Object get(Parameter parameter) {
        InjectionPoint point = points.computeIfAbsent(parameter, InjectedValues.this::point);
        return beans.getInjectableReference(point, context);
      }

      @Override
      public void close() {
        context.release();
      }
    };
  }
}
