package io.orchestrix.projection;

import io.orchestrix.subscription.SegmentStore;

/** Pauses and resumes projections, but not while they are switched over. Thread-safe. */
final class Pausing {

  private final ProjectionServices services;
  private final ReadModelVersions versions;

  Pausing(ProjectionServices services, ReadModelVersions versions) {
    this.services = services;
    this.versions = versions;
  }

  void pause(ReadModelState state) {
    requireNotHeld(state);
    String live = state.liveModel().subscription();
    versions.whileHalted(state, state.live(), () -> services.segments().pause(live));
  }

  void resume(ReadModelState state) {
    requireNotHeld(state);
    versions.whileUnchanged(state, () -> resumeAll(state, services.segments()));
    services.node().beat();
  }

  private static void resumeAll(ReadModelState state, SegmentStore segments) {
    segments.resume(state.liveModel().subscription());
    Integer next = state.next();
    if (next != null) {
      segments.resume(ReadModelVersions.subscription(state, next));
    }
  }

  private static void requireNotHeld(ReadModelState state) {
    if (state.isHeld()) {
      throw ProjectionException.held(state.projection());
    }
  }
}
