package io.orchestrix.message;

import io.orchestrix.OrchestrixException;

/** An upcaster is missing, or one can never do its work. */
public final class InvalidUpcasterException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidUpcasterException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  static InvalidUpcasterException missing(KnownEvent known, EventRevision step) {
    return new InvalidUpcasterException(
        "ORX-1012",
        "%s is %s, but nothing takes %s further, so events that were stored in it could not be read. Add an Upcaster for it, with Upcaster.of(\"%s\", %d, ...) or another of its methods."
            .formatted(
                known.type().getName(), known.current(), step, step.type(), step.revision()));
  }

  static InvalidUpcasterException twice(Upcaster first, Upcaster second, EventRevision step) {
    return new InvalidUpcasterException(
        "ORX-1013",
        "Both %s and %s take %s further. One step has one upcaster: remove one of them."
            .formatted(first, second, step));
  }

  static InvalidUpcasterException needless(
      Upcaster upcaster, EventRevision step, KnownEvent known) {
    return new InvalidUpcasterException(
        "ORX-1014",
        "%s takes %s further, but %s is %s, so it would never be called. Remove it, or raise the revision in @EventType of that class."
            .formatted(upcaster, step, known.type().getName(), known.current()));
  }

  static InvalidUpcasterException deadEnd(Upcaster upcaster, EventRevision target) {
    return new InvalidUpcasterException(
        "ORX-1015",
        "%s leads to %s, which is no known event in its current revision, and no upcaster takes it further. Let it lead to one, or add the missing step."
            .formatted(upcaster, target));
  }

  static InvalidUpcasterException back(Upcaster upcaster, EventRevision from, EventRevision to) {
    return new InvalidUpcasterException(
        "ORX-1016",
        "%s leads from %s to %s, and so never forward. Let each step lead to a higher revision or to another type, and no step back to one that came before."
            .formatted(upcaster, from, to));
  }
}
