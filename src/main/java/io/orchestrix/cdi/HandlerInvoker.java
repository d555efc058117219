package io.orchestrix.cdi;

import io.orchestrix.cdi.ejb.EjbFailure;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls a handler method on its bean, with its further parameters injected. */
final class HandlerInvoker implements Invoker {

  private final HandlerMethod handler;
  private final BeanManager beans;
  private final Method method;
  private final List<BiFunction<Object, CreationalContext<?>, Object>> arguments;

  HandlerInvoker(HandlerMethod handler, BeanManager beans) {
    this.handler = handler;
    this.beans = beans;
    this.method = handler.method().getJavaMember();
    this.method.setAccessible(true);
    this.arguments = handler.method().getParameters().stream().map(this::argument).toList();
  }

  @Override
  public @Nullable Object invoke(Object message) throws Exception {
    CreationalContext<?> context = beans.createCreationalContext(null);
    try {
      Object bean = beans.getReference(handler.bean(), handler.bean().getBeanClass(), context);
      Object[] values =
          arguments.stream().map(argument -> argument.apply(message, context)).toArray();
      return method.invoke(bean, values);
    } catch (InvocationTargetException e) {
      throw unwrap(e);
    } finally {
      context.release();
    }
  }

  private BiFunction<Object, CreationalContext<?>, Object> argument(
      AnnotatedParameter<?> parameter) {
    return handler
        .kind()
        .delivered(parameter)
        .<BiFunction<Object, CreationalContext<?>, Object>>map(
            find -> (message, context) -> find.apply(message))
        .orElseGet(() -> injected(beans.createInjectionPoint(parameter)));
  }

  private BiFunction<Object, CreationalContext<?>, Object> injected(InjectionPoint point) {
    return (message, context) -> beans.getInjectableReference(point, context);
  }

  private Exception unwrap(InvocationTargetException wrapper) {
    if (wrapper.getCause() instanceof Error error) {
      throw error;
    }
    Exception failure = wrapper.getCause() instanceof Exception cause ? cause : wrapper;
    return handler.ofSessionBean() ? EjbFailure.unwrap(failure) : failure; // else no EJB is needed
  }
}
