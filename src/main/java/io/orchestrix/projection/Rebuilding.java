package io.orchestrix.projection;

import io.orchestrix.eventstore.Backlog;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.ProjectionStatus.Rebuild;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the next version of a read model beside the live one, and switches over: the live one is
 * held, the next one reaches it segment by segment, then the next one is the live one and goes on.
 * Every step is a transaction, and any node takes it. Thread-safe.
 */
final class Rebuilding {

  /** The live one is held when the next one has so few events before it, or fewer. */
  private static final long CLOSE = 2_000;

  /** The live one is held no longer. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

  private final ProjectionServices services;
  private final Replaying replaying;

  Rebuilding(ProjectionServices services, Replaying replaying) {
    this.services = services;
    this.replaying = replaying;
  }

  ReadModel begin(ReadModelState state) {
    if (state.next() != null || state.old() != null) {
      throw ProjectionException.busy(state);
    }
    int version = state.live() + 1;
    change(state, state.building(version, now()));
    services.node().beat();
    return new ReadModel(state.projection(), version);
  }

  void switchOver(ReadModelState state) {
    requireNext(state);
    change(state, state.switching());
    services.node().beat();
  }

  void giveUp(ReadModelState state) {
    int next = requireNext(state);
    String given = subscription(state, next);
    halted(
        given,
        () -> {
          services.segments().pause(given);
          if (state.isHeld()) {
            services.segments().resume(subscription(state, state.live()));
          }
          change(state, state.given(next, Instant.EPOCH));
        });
  }

  /** Does work in a unit of work, while this node handles nothing of a subscription. */
  private void halted(String subscription, Runnable work) {
    services
        .node()
        .whileHalted(
            subscription,
            ended ->
                services
                    .unitOfWork()
                    .get(
                        () -> {
                          work.run();
                          return true;
                        }));
    services.node().beat();
  }

  private static int requireNext(ReadModelState state) {
    Integer next = state.next();
    if (next == null) {
      throw ProjectionException.nothingBuilt(state.projection());
    }
    return next;
  }

  private void change(ReadModelState before, ReadModelState after) {
    if (!services.readModels().change(before, after)) {
      throw ProjectionException.changed(before.projection());
    }
  }

  /** The next step, if it is time. */
  void advance(RegisteredProjection projection, ReadModelState state) {
    Integer next = state.next();
    Integer old = state.old();
    if (old != null && !now().isBefore(state.since().plus(projection.oldKept()))) {
      drop(projection, state, old);
    } else if (next != null && state.isHeld()) {
      finish(state, next);
    } else if (next != null && state.isSwitching() && isClose(state, next)) {
      hold(state);
    }
  }

  private boolean isClose(ReadModelState state, int next) {
    return services
        .node()
        .checkpoints()
        .status(subscription(state, next))
        .filter(status -> status.lag() <= CLOSE)
        .isPresent();
  }

  private void hold(ReadModelState state) {
    String live = subscription(state, state.live());
    halted(
        live,
        () -> {
          change(state, state.held(true, now()));
          services.segments().pause(live);
        });
  }

  private void finish(ReadModelState state, int next) {
    if (hasReached(state, next)) {
      String built = subscription(state, next);
      halted(
          built,
          () -> {
            change(state, state.switched(next, now()));
            services.segments().promote(built);
          });
    } else if (now().isAfter(state.since().plus(LONGEST_HOLD))) {
      services
          .unitOfWork()
          .get(
              () -> {
                change(state, state.held(false, now()));
                services.segments().resume(subscription(state, state.live()));
                return true;
              });
    }
  }

  private boolean hasReached(ReadModelState state, int next) {
    List<SegmentState> built = services.segments().segments(subscription(state, next));
    return services.segments().segments(subscription(state, state.live())).stream()
        .allMatch(
            live ->
                built.stream()
                    .filter(segment -> segment.id().segment() == live.id().segment())
                    .anyMatch(segment -> segment.checkpoint().equals(live.checkpoint())));
  }

  private void drop(RegisteredProjection projection, ReadModelState state, int old) {
    String subscription = subscription(state, old);
    services
        .node()
        .whileHalted(
            subscription,
            haveEnded -> {
              services.segments().pause(subscription);
              if (haveEnded) { // otherwise it is tried again
                dropNow(projection, state, old, subscription);
              }
            });
  }

  private void dropNow(
      RegisteredProjection projection, ReadModelState state, int old, String subscription) {
    replaying.resetting(
        projection,
        new ReadModel(state.projection(), old),
        GlobalPosition.START,
        () -> {
          change(state, state.dropped(now()));
          services.letters().remove(subscription);
          services.segments().remove(subscription);
        });
  }

  @Nullable Rebuild status(ReadModelState state) {
    Integer next = state.next();
    if (next == null) {
      return null;
    }
    SubscriptionStatus status =
        services.node().checkpoints().status(subscription(state, next)).orElse(null);
    ReadModel readModel = new ReadModel(state.projection(), next);
    if (status == null) {
      return new Rebuild(readModel, null, Backlog.MOST, null, state.isSwitching());
    }
    return new Rebuild(
        readModel, status, status.lag(), remaining(state, status), state.isSwitching());
  }

  private @Nullable Duration remaining(ReadModelState state, SubscriptionStatus status) {
    long done = status.checkpoint().value();
    Duration elapsed = Duration.between(state.since(), now());
    return done == 0 || elapsed.isNegative()
        ? null
        : Duration.ofNanos((long) (elapsed.toNanos() * (double) status.lag() / done));
  }

  private static String subscription(ReadModelState state, int version) {
    return new ReadModel(state.projection(), version).subscription();
  }

  private Instant now() {
    return services.clock().instant();
  }
}
