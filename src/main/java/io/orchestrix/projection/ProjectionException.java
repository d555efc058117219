package io.orchestrix.projection;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.GlobalPosition;
import org.jspecify.annotations.Nullable;

/** A projection cannot do what it was asked for. */
public final class ProjectionException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private ProjectionException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(code, kind, message, cause);
  }

  private ProjectionException(String code, Kind kind, String message) {
    this(code, kind, message, null);
  }

  static ProjectionException unknown(String projection) {
    return new ProjectionException(
        "ORX-3420",
        Kind.NOT_FOUND,
        "There is no projection '%s' in this application. Projections.list() names those that there are."
            .formatted(projection));
  }

  static ProjectionException notWithoutReset(ProjectionType type) {
    return new ProjectionException(
        "ORX-3421",
        Kind.REFUSED,
        "Tried to replay the projection '%s'; %s has no method with @OnReset that takes back what it has written, so all of it would count twice. Add one."
            .formatted(type.name(), type.type().getName()));
  }

  static ProjectionException notWithoutPosition(ProjectionType type, GlobalPosition after) {
    return new ProjectionException(
        "ORX-3431",
        Kind.REFUSED,
        "Tried to replay the projection '%s' from position %s on; the method of %s with @OnReset takes no GlobalPosition, so it would take back what does not come again. Let it take one, or replay from the start."
            .formatted(type.name(), after, type.type().getName()));
  }

  static ProjectionException notReset(String projection, Throwable cause) {
    return new ProjectionException(
        "ORX-3422",
        Kind.FAULT,
        "Tried to reset the projection '%s' (see the cause); nothing was changed, but it is paused. Replay it again, or resume it."
            .formatted(projection),
        cause);
  }

  static ProjectionException stillHandling(String projection) {
    return new ProjectionException(
        "ORX-8020",
        Kind.UNAVAILABLE,
        "Tried to replay the projection '%s', but this node is still in the middle of a batch of it, after 10 seconds. Nothing was changed, but it is paused. Replay it again, or resume it."
            .formatted(projection));
  }

  static ProjectionException inlineFailed(String projection, Exception cause) {
    return new ProjectionException(
        "ORX-8021",
        Kind.FAULT,
        "The inline projection '%s' could not handle an event that was to be stored; nothing was. See the cause."
            .formatted(projection),
        cause);
  }

  static ProjectionException inline(String projection) {
    return new ProjectionException(
        "ORX-3423",
        Kind.REFUSED,
        "The projection '%s' is inline: it handles events in the transactions that store them, so it cannot be paused, replayed, rebuilt or followed. Let it be ASYNC to do so."
            .formatted(projection));
  }

  static ProjectionException withoutVersions(ProjectionType type) {
    return new ProjectionException(
        "ORX-3424",
        Kind.REFUSED,
        "Tried to rebuild the projection '%s' beside its live read model, but the methods of %s keep no versions apart. Let its handlers and its method with @OnReset take a ReadModel and keep its version with each row, or replay it."
            .formatted(type.name(), type.type().getName()));
  }

  static ProjectionException busy(ReadModelState state) {
    return new ProjectionException(
        "ORX-3425",
        Kind.REFUSED,
        "Tried to rebuild the projection '%s', but version %d is being built or version %d is being dropped. Switch to it, drop it, or wait."
            .formatted(state.projection(), state.next(), state.old()));
  }

  static ProjectionException replayedAndRebuilt(ReadModelState state) {
    return new ProjectionException(
        "ORX-3428",
        Kind.REFUSED,
        "Tried to replay the projection '%s', but version %d of its read model is being built, which follows the live one. Switch to it, or drop it, first."
            .formatted(state.projection(), state.next()));
  }

  static ProjectionException held(String projection) {
    return new ProjectionException(
        "ORX-3429",
        Kind.CONFLICT,
        "Tried to pause or resume the projection '%s', but it is being switched to its next version, which takes a moment. Try again then."
            .formatted(projection));
  }

  static ProjectionException otherMode(ReadModelState state) {
    return new ProjectionException(
        "ORX-3430",
        Kind.FAULT,
        "The projection '%s' was %s when it came to be, and is not now; it handles nothing, as events would be left out or come twice. Let it be %s again, or give it another name and other rows, which it fills anew."
            .formatted(state.projection(), state.mode(), state.mode()));
  }

  static ProjectionException nothingBuilt(String projection) {
    return new ProjectionException(
        "ORX-3426",
        Kind.REFUSED,
        "No version of the read model of '%s' is being built. Rebuild it first."
            .formatted(projection));
  }

  static ProjectionException changed(String projection) {
    return new ProjectionException(
        "ORX-3427",
        Kind.CONFLICT,
        "The versions of the read model of '%s' were changed by somebody else meanwhile. Look again, decide again."
            .formatted(projection));
  }
}
