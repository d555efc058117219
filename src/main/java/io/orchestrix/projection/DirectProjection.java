package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.EventBatch;
import java.util.List;

/**
 * A projection that is called directly, on the thread of the caller, without checkpoints and
 * without further attempts: for tests of what it does. Thread-safe if the projection is.
 */
public final class DirectProjection {

  private final RegisteredProjection projection;
  private final ReadModel readModel;
  private final ProjectionHandler handler;

  public DirectProjection(RegisteredProjection projection, CurrentMessage current) {
    this.projection = projection;
    this.readModel = new ReadModel(projection.name(), 1);
    this.handler = projection.handler(readModel, current);
  }

  /** Whether one of its methods takes an event. */
  public boolean wants(RecordedEvent event) {
    return handler.wants(event);
  }

  /**
   * Handles events in their order.
   *
   * @param replayedTo events up to here were handled before
   * @throws Exception what a method of it throws
   */
  public void handle(List<RecordedEvent> events, GlobalPosition replayedTo) throws Exception {
    handler.handle(EventBatch.of(events, replayedTo));
  }

  /** Whether it has a method with {@link OnReset}. */
  public boolean canReset() {
    return projection.type().reset().isPresent();
  }

  /**
   * Takes back what it has written behind a position.
   *
   * @throws Exception what its method throws
   */
  public void reset(GlobalPosition after) throws Exception {
    projection.reset(readModel, after);
  }
}
