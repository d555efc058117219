package io.orchestrix.projection;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.subscription.EventBatch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the inline projections handle events in the unit of work that stores them. What a handler
 * throws leaves the append as it is if it is unchecked, else as the cause of a {@link
 * ProjectionException}. Thread-safe.
 */
public final class InlineProjections implements EventPublisher {

  private final List<RegisteredProjection> projections;
  private final ReadModelStore readModels;
  private final CurrentMessage current;
  private final Map<String, ProjectionHandler> handlers = new ConcurrentHashMap<>();

  /**
   * @param projections all there are; those that are not inline are left out
   */
  public InlineProjections(
      Collection<RegisteredProjection> projections,
      ReadModelStore readModels,
      CurrentMessage current) {
    this.projections = projections.stream().filter(RegisteredProjection::isInline).toList();
    this.readModels = readModels;
    this.current = current;
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    for (RegisteredProjection projection : projections) {
      ProjectionHandler handler =
          handlers.computeIfAbsent(projection.name(), n -> make(projection));
      List<RecordedEvent> wanted = appended.stream().filter(handler::wants).toList();
      if (!wanted.isEmpty()) {
        handle(wanted, handler, projection.name());
      }
    }
  }

  /** No other version of its read model comes to be while it is inline. */
  private ProjectionHandler make(RegisteredProjection projection) {
    ReadModel readModel =
        readModels
            .find(projection.name())
            .map(InlineProjections::inline)
            .orElseGet(() -> new ReadModel(projection.name(), 1));
    return projection.handler(readModel, current);
  }

  /** What it has not handled before it became inline would be left out. */
  private static ReadModel inline(ReadModelState state) {
    if (state.mode() != Projection.Mode.INLINE) {
      throw ProjectionException.otherMode(state);
    }
    return state.liveModel();
  }

  private static void handle(List<RecordedEvent> events, ProjectionHandler handler, String name) {
    try {
      handler.handle(EventBatch.of(events));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw ProjectionException.inlineFailed(name, e);
    }
  }
}
