package io.orchestrix.cdi;

import io.orchestrix.command.ParameterValues;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Injects the further parameters of methods that belong to no bean. Thread-safe. */
final class InjectedValues implements ParameterValues {

  private final BeanManager beans;
  private final Map<Parameter, InjectionPoint> points;

  private InjectedValues(BeanManager beans, Map<Parameter, InjectionPoint> points) {
    this.beans = beans;
    this.points = points;
  }

  /** Injects these parameters of methods of {@code owner}. */
  static ParameterValues of(Class<?> owner, List<Parameter> parameters, BeanManager beans) {
    Map<Parameter, InjectionPoint> points = new HashMap<>();
    parameters(owner, parameters, beans)
        .forEach(found -> points.put(found.getJavaParameter(), beans.createInjectionPoint(found)));
    return new InjectedValues(beans, points);
  }

  /** Parameters of methods of {@code owner} as CDI sees them. */
  static List<AnnotatedParameter<?>> parameters(
      Class<?> owner, List<Parameter> parameters, BeanManager beans) {
    return beans.createAnnotatedType(owner).getMethods().stream()
        .flatMap(method -> method.getParameters().stream())
        .<AnnotatedParameter<?>>map(parameter -> parameter)
        .filter(parameter -> parameters.contains(parameter.getJavaParameter()))
        .toList();
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

  @Override
  public Call open() {
    CreationalContext<?> context = beans.createCreationalContext(null);
    return new Call() {
      @Override
      public Object get(Parameter parameter) {
        InjectionPoint point = points.get(parameter);
        if (point == null) {
          throw new IllegalArgumentException("Nobody knows " + parameter);
        }
        return beans.getInjectableReference(point, context);
      }

      @Override
      public void close() {
        context.release();
      }
    };
  }
}
