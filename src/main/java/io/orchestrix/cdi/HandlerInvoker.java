package io.orchestrix.cdi;

import io.orchestrix.cdi.ejb.EjbFailure;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.message.Metadata;
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
final class HandlerInvoker implements CommandHandler {

  private final HandlerMethod handler;
  private final BeanManager beans;
  private final Method method;
  private final List<BiFunction<CommandMessage, CreationalContext<?>, Object>> arguments;

  HandlerInvoker(HandlerMethod handler, BeanManager beans) {
    this.handler = handler;
    this.beans = beans;
    this.method = handler.method().getJavaMember();
    this.method.setAccessible(true);
    this.arguments = handler.method().getParameters().stream().map(this::argument).toList();
  }

  @Override
  public @Nullable Object handle(CommandMessage message) throws Exception {
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

  private BiFunction<CommandMessage, CreationalContext<?>, Object> argument(
      AnnotatedParameter<?> parameter) {
    if (!HandlerMethod.isDelivered(parameter)) {
      InjectionPoint point = beans.createInjectionPoint(parameter);
      return (message, context) -> beans.getInjectableReference(point, context);
    }
    if (parameter.getBaseType() == CommandMessage.class) {
      return (message, context) -> message;
    }
    return parameter.getBaseType() == Metadata.class
        ? (message, context) -> message.metadata()
        : (message, context) -> message.payload();
  }

  private Exception unwrap(InvocationTargetException wrapper) {
    if (wrapper.getCause() instanceof Error error) {
      throw error;
    }
    Exception failure = wrapper.getCause() instanceof Exception cause ? cause : wrapper;
    return handler.ofSessionBean() ? EjbFailure.unwrap(failure) : failure; // else no EJB is needed
  }
}
