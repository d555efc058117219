package io.orchestrix.projection;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.BatchLimit;
import io.orchestrix.subscription.FailurePolicy;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;

/**
 * A projection of the application.
 *
 * @param type what its class says
 * @param target its object
 * @param batch how much it does in one transaction
 * @param onFailure what is done when an event fails, as configured
 * @param oldKept how long a version is kept that is read no more
 */
public record RegisteredProjection(
    ProjectionType type,
    ProjectionTarget target,
    BatchLimit batch,
    FailurePolicy onFailure,
    Duration oldKept) {

  /** With what is configured for it. */
  public static RegisteredProjection of(
      ProjectionType type, ProjectionTarget target, Settings settings) {
    String name = type.name();
    RetryPolicy retry =
        new RetryPolicy(
            settings.ofProjection(Keys.FAILURE_POLICY, name),
            settings.ofProjection(Keys.FAILURE_ATTEMPTS, name),
            settings.ofProjection(Keys.FAILURE_PAUSE, name),
            settings.ofProjection(Keys.FAILURE_LONGEST, name),
            false);
    return new RegisteredProjection(
        type,
        target,
        new BatchLimit(
            settings.ofProjection(Keys.BATCH_EVENTS, name),
            settings.ofProjection(Keys.BATCH_TIME, name)),
        new FailurePolicy(retry, settings.ofProjection(Keys.FAILURE_THEN, name)),
        settings.ofProjection(Keys.OLD_KEPT, name));
  }

  /** Lets its methods write a version of its read model. */
  ProjectionHandler handler(ReadModel readModel, CurrentMessage current) {
    return new ProjectionHandler(
        type, readModel, target, new FailurePolicies(type, onFailure), current);
  }

  /** Takes back what was written behind a position, if it has a method for that. */
  void reset(ReadModel readModel, GlobalPosition after) throws Exception {
    if (type.reset().isPresent()) {
      ProjectionMethod reset = type.reset().get();
      target.with(
          (object, values) -> reset.call(object, reset.arguments(values, readModel), after));
    }
  }

  /**
   * One event in a batch: what a read model in memory has taken is not taken back when a later
   * event of the batch fails.
   */
  public RegisteredProjection oneByOne() {
    return new RegisteredProjection(
        type, target, new BatchLimit(1, batch.time()), onFailure, oldKept);
  }

  String name() {
    return type.name();
  }

  boolean isInline() {
    return type.mode() == Projection.Mode.INLINE;
  }
}
