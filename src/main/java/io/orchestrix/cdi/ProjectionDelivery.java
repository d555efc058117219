package io.orchestrix.cdi;

import io.orchestrix.message.ParameterValues;
import io.orchestrix.projection.ProjectionTarget.Work;
import org.jspecify.annotations.Nullable;

/** The CDI event that brings work to the bean of a projection. Used by one thread. */
final class ProjectionDelivery {

  private final Work work;
  private @Nullable Exception failure;
  private boolean isDelivered;

  ProjectionDelivery(Work work) {
    this.work = work;
  }

  /** Called by the observer. */
  void deliverTo(Object bean, ParameterValues.Call values) {
    isDelivered = true;
    try {
      work.on(bean, values);
    } catch (Exception e) {
      failure = e;
    }
  }

  /** Called by the sender after the event was fired. */
  void check(Class<?> projection) throws Exception {
    if (!isDelivered) {
      throw new IllegalStateException(
          "Nobody took the delivery to %s; another extension has removed its observer."
              .formatted(projection.getName()));
    }
    if (failure != null) {
      throw failure;
    }
  }
}
