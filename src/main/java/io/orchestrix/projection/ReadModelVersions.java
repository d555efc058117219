package io.orchestrix.projection;

import io.orchestrix.subscription.SegmentState;
import java.time.Instant;
import java.util.List;

/**
 * Changes which versions of read models there are, on whatever nodes that is asked for at once: who
 * comes second is refused. Thread-safe.
 */
final class ReadModelVersions {

  private final ProjectionServices services;

  ReadModelVersions(ProjectionServices services) {
    this.services = services;
  }

  /** Changes them, in the unit of work of the thread or in one of its own. */
  void change(ReadModelState before, ReadModelState after) {
    if (!services.readModels().change(before, after)) {
      throw ProjectionException.changed(before.projection());
    }
  }

  /** Does work in a unit of work, in which nobody else changes them or pauses the live one. */
  void whileUnchanged(ReadModelState state, Runnable work) {
    services
        .unitOfWork()
        .run(
            () -> {
              change(state, state);
              work.run();
            });
  }

  /** Does work in a unit of work, while this node handles nothing of a version. */
  void whileHalted(ReadModelState state, int version, Runnable work) {
    services
        .node()
        .whileHalted(subscription(state, version), haveEnded -> whileUnchanged(state, work));
    services.node().beat();
  }

  List<SegmentState> segments(ReadModelState state, int version) {
    return services.segments().segments(subscription(state, version));
  }

  static String subscription(ReadModelState state, int version) {
    return new ReadModel(state.projection(), version).subscription();
  }

  Instant now() {
    return services.clock().instant();
  }
}
