package io.orchestrix.projection;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.unitofwork.ConflictException;
import java.util.Comparator;

/** Takes back what a projection has written, and lets events come again. Thread-safe. */
final class Replaying {

  /** Who was interrupted in the middle of a batch may hold rows for a moment. */
  private static final int ATTEMPTS = 5;

  private final ProjectionServices services;
  private final ReadModelVersions versions;

  Replaying(ProjectionServices services, ReadModelVersions versions) {
    this.services = services;
    this.versions = versions;
  }

  /**
   * Pauses it first, in a transaction of its own: whoever is in the middle of a batch on another
   * node cannot commit it any more, and gives back the rows that the reset needs. On this node
   * batches are ended before, as a read model in memory is not rolled back. Who pauses or resumes
   * it meanwhile waits for the end of the reset, or for as long as the database lets him.
   */
  void replay(RegisteredProjection projection, ReadModelState state, GlobalPosition after) {
    requireReset(projection.type(), after);
    String subscription = state.liveModel().subscription();
    services
        .node()
        .whileHalted(
            subscription,
            haveEnded -> {
              versions.whileUnchanged(state, () -> services.segments().pause(subscription));
              if (!haveEnded) {
                throw ProjectionException.stillHandling(projection.name());
              }
              attempt(
                  projection.name(),
                  () -> {
                    versions.change(state, state);
                    GlobalPosition from = notBehind(after, subscription);
                    projection.reset(state.liveModel(), from);
                    rewind(state, from, projection.type().segments());
                  });
            });
    services.node().beat();
  }

  private static void requireReset(ProjectionType type, GlobalPosition after) {
    ProjectionMethod reset =
        type.reset().orElseThrow(() -> ProjectionException.notWithoutReset(type));
    if (!after.equals(GlobalPosition.START) && !reset.takesPosition()) {
      throw ProjectionException.notWithoutPosition(type, after);
    }
  }

  /** What a segment has not reached yet is not left out, so the others go back as far. */
  private GlobalPosition notBehind(GlobalPosition after, String subscription) {
    return services.segments().segments(subscription).stream()
        .map(SegmentState::checkpoint)
        .filter(reached -> reached.compareTo(after) < 0)
        .min(Comparator.naturalOrder())
        .orElse(after);
  }

  private void rewind(ReadModelState state, GlobalPosition after, int divided) {
    String subscription = state.liveModel().subscription();
    services.letters().discardOpen(subscription, after, "replayed", services.clock().instant());
    if (!services.segments().rewind(subscription, after, divided)) {
      throw ProjectionException.changed(state.projection());
    }
    services.segments().resume(subscription);
  }

  /** Takes back all of a version that is not read any more, and forgets it. */
  void drop(RegisteredProjection projection, ReadModelState state, int old) {
    ReadModel dropped = new ReadModel(state.projection(), old);
    attempt(
        projection.name(),
        () -> {
          projection.reset(dropped, GlobalPosition.START);
          services.letters().remove(dropped.subscription());
          services.segments().remove(dropped.subscription());
          versions.change(state, state.dropped(versions.now())); // nobody waits for the reset
        });
  }

  /** A step that calls the method with {@link OnReset}. */
  private interface Step {
    void run() throws Exception;
  }

  private void attempt(String projection, Step step) {
    for (int attempt = 1; ; attempt++) {
      try {
        services
            .unitOfWork()
            .call(
                () -> {
                  step.run();
                  return true;
                });
        return;
      } catch (ProjectionException e) {
        throw e;
      } catch (ConflictException e) {
        if (attempt == ATTEMPTS) {
          throw ProjectionException.notReset(projection, e);
        }
      } catch (Exception e) {
        throw ProjectionException.notReset(projection, e);
      }
    }
  }
}
