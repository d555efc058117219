package io.orchestrix.cdi;

import io.orchestrix.message.ParameterValues;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The CDI event that brings work to the bean of a projection or a saga, by the one synthetic
 * observer that its class has. Used by one thread.
 */
final class BeanCall {

  /** What is done with the bean, and the values of further parameters of its methods. */
  @FunctionalInterface
  interface Work {
    @Nullable Object on(Object bean, ParameterValues.Call values) throws Exception;
  }

  private final Work work;
  private @Nullable Object answer;
  private @Nullable Exception failure;
  private boolean isDelivered;

  private BeanCall(Work work) {
    this.work = work;
  }

  /** What keeps methods of a bean from being called: an EJB offers public ones only. */
  static Stream<Mistake> mistakes(ProcessManagedBean<?> bean, Stream<Method> methods) {
    return methods
        .filter(method -> bean instanceof ProcessSessionBean<?>)
        .filter(method -> !Modifier.isPublic(method.getModifiers()))
        .map(Mistake::notPublic);
  }

  /** Lets the bean of a class be called. */
  static void observe(
      Class<?> type, Bean<?> bean, AfterBeanDiscovery discovery, BeanManager beans) {
    ParameterValues values = new InjectedValues(beans);
    discovery
        .<BeanCall>addObserverMethod()
        .beanClass(type)
        .observedType(BeanCall.class)
        .addQualifier(new ForMessage.Literal(type))
        .notifyWith(context -> context.getEvent().deliver(bean, values, beans));
  }

  /**
   * Does work on the bean of a class.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  static @Nullable Object send(Event<Object> events, Class<?> type, Work work) throws Exception {
    BeanCall call = new BeanCall(work);
    events.select(BeanCall.class, new ForMessage.Literal(type)).fire(call);
    return call.answer(type);
  }

  private void deliver(Bean<?> bean, ParameterValues values, BeanManager beans) {
    isDelivered = true;
    CreationalContext<?> context = beans.createCreationalContext(null);
    try (ParameterValues.Call call = values.open()) {
      answer = work.on(beans.getReference(bean, bean.getBeanClass(), context), call);
    } catch (Exception e) {
      failure = e;
    } finally {
      context.release();
    }
  }

  private @Nullable Object answer(Class<?> type) throws Exception {
    if (!isDelivered) {
      throw new IllegalStateException(
          "Nobody took the delivery to %s; another extension has removed its observer."
              .formatted(type.getName()));
    }
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
