package io.orchestrix.projection;

import io.orchestrix.subscription.BatchLimit;
import io.orchestrix.subscription.FailurePolicy;

/**
 * A projection of the application.
 *
 * @param type what its class says
 * @param target its object
 * @param batch how much it does in one transaction
 * @param onFailure what is done when an event fails, as configured
 */
public record RegisteredProjection(
    ProjectionType type, ProjectionTarget target, BatchLimit batch, FailurePolicy onFailure) {

  String name() {
    return type.name();
  }

  boolean isInline() {
    return type.mode() == Projection.Mode.INLINE;
  }
}
