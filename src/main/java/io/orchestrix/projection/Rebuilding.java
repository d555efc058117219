package io.orchestrix.projection;

import io.orchestrix.eventstore.Backlog;
import io.orchestrix.projection.ProjectionStatus.Rebuild;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends building the next version of a read model beside the live one; {@link
 * SwitchingOver} does the rest. Thread-safe.
 */
final class Rebuilding {

  private final ProjectionServices services;
  private final ReadModelVersions versions;

  Rebuilding(ProjectionServices services, ReadModelVersions versions) {
    this.services = services;
    this.versions = versions;
  }

  ReadModel begin(ReadModelState state) {
    if (state.next() != null || state.old() != null) {
      throw ProjectionException.busy(state);
    }
    ReadModelState building = state.building(versions.now());
    versions.change(state, building);
    services.node().beat();
    return new ReadModel(state.projection(), building.last());
  }

  void switchOver(ReadModelState state) {
    requireNext(state);
    versions.change(state, state.switching());
    services.node().beat();
  }

  void giveUp(ReadModelState state) {
    int next = requireNext(state);
    versions.whileHalted(
        state,
        next,
        () -> {
          services.segments().pause(ReadModelVersions.subscription(state, next));
          if (state.isHeld()) {
            services.segments().resume(state.liveModel().subscription());
          }
          versions.change(state, state.given(next, Instant.EPOCH));
        });
  }

  private static int requireNext(ReadModelState state) {
    Integer next = state.next();
    if (next == null) {
      throw ProjectionException.nothingBuilt(state.projection());
    }
    return next;
  }

  @Nullable Rebuild status(ReadModelState state) {
    Integer next = state.next();
    if (next == null) {
      return null;
    }
    ReadModel readModel = new ReadModel(state.projection(), next);
    SubscriptionStatus status = find(readModel).orElse(null);
    if (status == null) {
      return new Rebuild(readModel, null, Backlog.MOST, null, state.isSwitching());
    }
    long left = left(status, find(state.liveModel()).map(SubscriptionStatus::lag).orElse(0L));
    return new Rebuild(
        readModel, status, left, remaining(state, status, left), state.isSwitching());
  }

  private Optional<SubscriptionStatus> find(ReadModel readModel) {
    return services.node().checkpoints().status(readModel.subscription());
  }

  /** Nobody counts farther than {@link Backlog#MOST}. */
  private static long left(SubscriptionStatus next, long lagOfLive) {
    return next.lag() == Backlog.MOST ? Backlog.MOST : Math.max(0, next.lag() - lagOfLive);
  }

  private @Nullable Duration remaining(ReadModelState state, SubscriptionStatus status, long left) {
    long done = status.checkpoint().value();
    Duration elapsed = Duration.between(state.since(), versions.now());
    return done == 0 || elapsed.isNegative()
        ? null
        : Duration.ofNanos((long) (elapsed.toNanos() * (double) left / done));
  }
}
