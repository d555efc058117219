package io.orchestrix.cdi;

import io.orchestrix.message.ParameterValues;
import io.orchestrix.saga.SagaTarget.Work;
import org.jspecify.annotations.Nullable;

/** The CDI event that brings a call to the bean of a saga. Used by one thread. */
final class SagaDelivery {

  private final Work work;
  private @Nullable Object answer;
  private @Nullable Exception failure;
  private boolean isDelivered;

  SagaDelivery(Work work) {
    this.work = work;
  }

  /** Called by the observer. */
  void deliverTo(Object bean, ParameterValues.Call values) {
    isDelivered = true;
    try {
      answer = work.on(bean, values);
    } catch (Exception e) {
      failure = e;
    }
  }

  /** Called by the sender after the event was fired. */
  @Nullable Object answer(Class<?> saga) throws Exception {
    if (!isDelivered) {
      throw new IllegalStateException(
          "Nobody took the delivery to %s; another extension has removed its observer."
              .formatted(saga.getName()));
    }
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
