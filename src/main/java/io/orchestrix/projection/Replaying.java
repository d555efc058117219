package io.orchestrix.projection;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.ConflictException;

/** Takes back what a projection has written, and lets events come again. Thread-safe. */
final class Replaying {

  /** Who was interrupted in the middle of a batch may hold rows for a moment. */
  private static final int ATTEMPTS = 5;

  private final ProjectionServices services;

  Replaying(ProjectionServices services) {
    this.services = services;
  }

  /**
   * Pauses it first, in a transaction of its own: whoever is in the middle of a batch on another
   * node cannot commit it any more, and gives back the rows that the reset needs. On this node
   * batches are ended before, as a read model in memory is not rolled back.
   */
  void replay(RegisteredProjection projection, ReadModel readModel, GlobalPosition after) {
    if (projection.type().reset().isEmpty()) {
      throw ProjectionException.notWithoutReset(projection.type());
    }
    String subscription = readModel.subscription();
    services
        .node()
        .whileHalted(
            subscription,
            haveEnded -> {
              services.segments().pause(subscription);
              if (!haveEnded) {
                throw ProjectionException.stillHandling(projection.name());
              }
              resetting(
                  projection,
                  readModel,
                  after,
                  () -> rewind(subscription, after, projection.type().segments()));
            });
    services.node().beat();
  }

  private void rewind(String subscription, GlobalPosition after, int divided) {
    services.letters().discardOpen(subscription, after, "replayed", services.clock().instant());
    services.segments().rewind(subscription, after, divided);
    services.segments().resume(subscription);
  }

  /** Calls the method with @OnReset, and does more in the same transaction. */
  void resetting(
      RegisteredProjection projection, ReadModel readModel, GlobalPosition after, Runnable more) {
    for (int attempt = 1; ; attempt++) {
      try {
        services
            .unitOfWork()
            .call(
                () -> {
                  projection.reset(readModel, after);
                  more.run();
                  return true;
                });
        return;
      } catch (ConflictException e) {
        if (attempt == ATTEMPTS) {
          throw ProjectionException.notReset(projection.name(), e);
        }
      } catch (Exception e) {
        throw ProjectionException.notReset(projection.name(), e);
      }
    }
  }
}
