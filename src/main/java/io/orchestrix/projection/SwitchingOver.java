package io.orchestrix.projection;

import io.orchestrix.subscription.SegmentState;
import java.time.Duration;
import java.util.List;

/**
 * Switches from the live version of a read model to the one that was built beside it: the live one
 * is held, the next one reaches it segment by segment, then the next one is the live one and goes
 * on; the old one is dropped a while later. Every step is a transaction, and any node takes it.
 * Thread-safe.
 */
final class SwitchingOver {

  /** The live one is held when the next one is so many positions behind it, or fewer. */
  private static final long CLOSE = 2_000;

  /** The live one is held no longer. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

  private final ProjectionServices services;
  private final ReadModelVersions versions;
  private final Replaying replaying;

  SwitchingOver(ProjectionServices services, ReadModelVersions versions, Replaying replaying) {
    this.services = services;
    this.versions = versions;
    this.replaying = replaying;
  }

  /** The next step, if it is time. */
  void advance(RegisteredProjection projection, ReadModelState state) {
    Integer next = state.next();
    Integer old = state.old();
    if (old != null && !versions.now().isBefore(state.since().plus(projection.oldKept()))) {
      drop(projection, state, old);
    } else if (next != null && state.isSwitching()) {
      approach(state, next);
    }
  }

  private void approach(ReadModelState state, int next) {
    long behind = behind(state, next);
    if (!isStill(state)) {
      if (behind <= CLOSE && goesOn(state, next)) {
        hold(state);
      }
    } else if (behind <= 0) {
      goOver(state, next);
    } else if (state.isHeld() && (isOver(state) || !goesOn(state, next))) {
      release(state);
    }
  }

  /** Whether the live one handles nothing; it is held, or somebody has paused it. */
  private boolean isStill(ReadModelState state) {
    return versions.segments(state, state.live()).stream().noneMatch(SegmentState::isRunning);
  }

  /** How many positions the next one is behind the live one, in the segment where it is most. */
  private long behind(ReadModelState state, int next) {
    List<SegmentState> built = versions.segments(state, next);
    return versions.segments(state, state.live()).stream()
        .mapToLong(live -> behind(live, built))
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private static long behind(SegmentState live, List<SegmentState> built) {
    return built.stream()
        .filter(segment -> segment.id().segment() == live.id().segment())
        .mapToLong(segment -> live.checkpoint().value() - segment.checkpoint().value())
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** Nobody holds the live one for a version that stands still itself. */
  private boolean goesOn(ReadModelState state, int next) {
    return versions.segments(state, next).stream().allMatch(segment -> segment.trouble() == null);
  }

  private void hold(ReadModelState state) {
    versions.whileHalted(
        state,
        state.live(),
        () -> {
          if (isStill(state)) { // somebody has paused it meanwhile
            throw ProjectionException.changed(state.projection());
          }
          versions.change(state, state.held(true, versions.now()));
          services.segments().pause(state.liveModel().subscription());
        });
  }

  private boolean isOver(ReadModelState state) {
    return versions.now().isAfter(state.since().plus(LONGEST_HOLD));
  }

  private void release(ReadModelState state) {
    versions.whileUnchanged(
        state,
        () -> {
          versions.change(state, state.held(false, versions.now()));
          services.segments().resume(state.liveModel().subscription());
        });
  }

  /** Who has paused the live one has paused the projection. */
  private void goOver(ReadModelState state, int next) {
    String built = ReadModelVersions.subscription(state, next);
    versions.whileHalted(
        state,
        next,
        () -> {
          if (!isStill(state) || behind(state, next) > 0) {
            throw ProjectionException.changed(state.projection());
          }
          versions.change(state, state.switched(next, versions.now()));
          services.segments().promote(built, state.liveModel().subscription());
          if (!state.isHeld()) {
            services.segments().pause(built);
          }
        });
  }

  private void drop(RegisteredProjection projection, ReadModelState state, int old) {
    String subscription = ReadModelVersions.subscription(state, old);
    services
        .node()
        .whileHalted(
            subscription,
            haveEnded -> {
              services.segments().pause(subscription);
              if (haveEnded) { // otherwise it is tried again
                replaying.drop(projection, state, old);
              }
            });
  }
}
