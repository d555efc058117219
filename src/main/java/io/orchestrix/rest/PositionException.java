package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.GlobalPosition;
import org.jspecify.annotations.Nullable;

/** A request cannot wait for what it wants to see. */
final class PositionException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private PositionException(String code, Kind kind, String message, @Nullable Throwable cause) {
    super(code, kind, message, cause);
  }

  static PositionException malformed(RuntimeException cause) {
    return new PositionException(
        "ORX-7002",
        Kind.INVALID,
        "The header Orchestrix-Position is no position. Send the one that a command was answered with, or none.",
        cause);
  }

  static PositionException notGiven(GlobalPosition position) {
    return new PositionException(
        "ORX-7004",
        Kind.INVALID,
        "The header Orchestrix-Position says %s, which no event has had yet. Send the one that a command was answered with, or none."
            .formatted(position),
        null);
  }

  static PositionException notInTime(String projection, GlobalPosition position) {
    return new PositionException(
        "ORX-7003",
        Kind.UNAVAILABLE,
        "The projection '%s' has not handled position %s in time. Ask again later, or without the header Orchestrix-Position for what there is."
            .formatted(projection, position),
        null);
  }
}
