package io.orchestrix.projection;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.ConflictException;
import java.util.Optional;

/** Takes back what a projection has written, and lets events come again. Thread-safe. */
final class Replaying {

  /** Who was interrupted in the middle of a batch may hold rows for a moment. */
  private static final int ATTEMPTS = 5;

  private final ProjectionServices services;

  Replaying(ProjectionServices services) {
    this.services = services;
  }

  /**
   * Pauses it first, in a transaction of its own: whoever is in the middle of a batch cannot commit
   * it any more, and gives back the rows that the reset needs.
   */
  void replay(RegisteredProjection projection, ReadModel readModel, GlobalPosition after) {
    if (projection.type().reset().isEmpty()) {
      throw ProjectionException.notWithoutReset(projection.type());
    }
    String subscription = readModel.subscription();
    services.segments().pause(subscription);
    services.node().beat();
    resetting(
        projection,
        readModel,
        after,
        () -> {
          services
              .letters()
              .discardOpen(subscription, after, "replayed", services.clock().instant());
          services.segments().rewind(subscription, after, GlobalPosition.START);
          services.segments().resume(subscription);
        });
    services.node().beat();
  }

  /** Calls the method with @OnReset, and does more in the same transaction. */
  void resetting(
      RegisteredProjection projection, ReadModel readModel, GlobalPosition after, Runnable more) {
    Optional<ProjectionMethod> reset = projection.type().reset();
    for (int attempt = 1; ; attempt++) {
      try {
        services
            .unitOfWork()
            .call(
                () -> {
                  if (reset.isPresent()) {
                    call(reset.get(), projection, readModel, after);
                  }
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

  private static void call(
      ProjectionMethod reset,
      RegisteredProjection projection,
      ReadModel readModel,
      GlobalPosition after)
      throws Exception {
    projection
        .target()
        .with((object, values) -> reset.call(object, reset.arguments(values, readModel), after));
  }
}
