package io.orchestrix.cdi;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.UnproxyableResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.stream.Stream;

/** A method of a bean handles commands. */
record BeanHandling(HandlerMethod method) implements Handling {

  @Override
  public Class<? extends Command> command() {
    return method.commandType();
  }

  @Override
  public Class<?> owner() {
    return method.bean().getBeanClass();
  }

  @Override
  public Type answer() {
    return method.method().getBaseType();
  }

  @Override
  public String describe() {
    return method.describe();
  }

  @Override
  public CommandHandler invoker(BeanManager beans) {
    return new HandlerInvoker(method, beans);
  }

  @Override
  public Stream<Mistake> mistakes(BeanManager beans) {
    return Stream.concat(
        unproxyable(beans),
        method
            .injectedParameters()
            .flatMap(parameter -> InjectedValues.mistakes(parameter, describe(), beans)));
  }

  /** A proxy is made without the bean behind it; the container refuses where it cannot. */
  private Stream<Mistake> unproxyable(BeanManager beans) {
    if (!beans.isNormalScope(method.bean().getScope())) {
      return Stream.empty();
    }
    CreationalContext<?> context = beans.createCreationalContext(null);
    try {
      beans.getReference(method.bean(), method.bean().getBeanClass(), context);
      return Stream.empty();
    } catch (UnproxyableResolutionException e) {
      return Stream.of(Mistake.noProxy(method, String.valueOf(e.getMessage())));
    } finally {
      context.release();
    }
  }
}
