package io.orchestrix.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.UnproxyableResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;

/** A method of a bean handles messages. */
record BeanHandling(HandlerMethod method) implements Handling {

  @Override
  public Class<?> message() {
    return method.messageType();
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
  public Set<String> reads() {
    return method.reads();
  }

  @Override
  public String describe() {
    return method.describe();
  }

  @Override
  public Invoker invoker(BeanManager beans) {
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
