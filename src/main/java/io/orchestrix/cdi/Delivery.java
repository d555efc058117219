package io.orchestrix.cdi;

import org.jspecify.annotations.Nullable;

/** The CDI event that brings a message to its handler and the answer back. Used by one thread. */
final class Delivery {

  private final Object message;
  private @Nullable Object answer;
  private @Nullable Exception failure;
  private boolean isDelivered;

  Delivery(Object message) {
    this.message = message;
  }

  /** Called by the observer. */
  void deliverTo(Invoker handler) {
    isDelivered = true;
    try {
      answer = handler.invoke(message);
    } catch (Exception e) {
      failure = e;
    }
  }

  /** Called by the sender after the event was fired. */
  @Nullable Object answer(Class<?> type) throws Exception {
    if (!isDelivered) {
      throw new IllegalStateException(
          "Nobody took the delivery of %s; another extension has removed its observer."
              .formatted(type.getName()));
    }
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
