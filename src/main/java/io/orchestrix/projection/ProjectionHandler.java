package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;
import io.orchestrix.message.ParameterValues;
import io.orchestrix.subscription.EventBatch;
import io.orchestrix.subscription.EventHandler;
import io.orchestrix.subscription.FailurePolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the methods of a projection write a version of its read model. Thread-safe. */
final class ProjectionHandler implements EventHandler {

  private final ProjectionType type;
  private final ReadModel readModel;
  private final ProjectionTarget target;
  private final FailurePolicies policies;
  private final CurrentMessage current;

  ProjectionHandler(
      ProjectionType type,
      ReadModel readModel,
      ProjectionTarget target,
      FailurePolicies policies,
      CurrentMessage current) {
    this.type = type;
    this.readModel = readModel;
    this.target = target;
    this.policies = policies;
    this.current = current;
  }

  @Override
  public boolean wants(RecordedEvent event) {
    for (Event payload : event.payloads()) {
      if (!type.handlersOf(payload.getClass()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public FailurePolicy onFailure(RecordedEvent event) {
    return policies.of(event);
  }

  @Override
  public void handle(EventBatch batch) throws Exception {
    target.with((projection, values) -> handle(batch, projection, values));
  }

  /** The same arguments serve all events, but for the event itself. */
  private void handle(EventBatch batch, Object projection, ParameterValues.Call values)
      throws Exception {
    Map<ProjectionMethod, @Nullable Object[]> arguments = new HashMap<>();
    while (batch.hasNext()) {
      RecordedEvent recorded = batch.next();
      current.callWithin(
          Origin.of(recorded.metadata()),
          current.attempt(),
          () -> {
            for (Event event : recorded.payloads()) {
              for (ProjectionMethod method : type.handlersOf(event.getClass())) {
                if (!(method.isNotOnReplay() && batch.isReplayed())) {
                  method.call(
                      projection,
                      arguments.computeIfAbsent(method, m -> m.arguments(values, readModel)),
                      event,
                      recorded);
                }
              }
            }
            return true;
          });
    }
  }
}
