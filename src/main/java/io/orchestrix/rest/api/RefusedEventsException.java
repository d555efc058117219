package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of another system are not taken; none of those that came together is stored. */
final class RefusedEventsException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  /** How many are told of. */
  private static final int MOST = 100;

  private final transient List<Violation> errors;

  private RefusedEventsException(
      String code, Kind kind, String message, List<Violation> errors, @Nullable Throwable cause) {
    super(code, kind, message, cause);
    this.errors = errors.stream().limit(MOST).toList();
  }

  /**
   * @param errors every place that is wrong, in the event or the batch
   */
  static RefusedEventsException invalid(List<Violation> errors, @Nullable Throwable cause) {
    return new RefusedEventsException(
        "ORX-7042",
        Kind.INVALID,
        "%d places are wrong in the events, the first at '%s': it %s. Nothing was stored; correct them and send all again."
            .formatted(errors.size(), errors.get(0).pointer(), errors.get(0).detail()),
        errors,
        cause);
  }

  /** The id of an event is that of another one. */
  static RefusedEventsException idTaken(Throwable cause) {
    return new RefusedEventsException(
        "ORX-7043",
        Kind.CONFLICT,
        "An event has the id of one that is stored with another source or subject. Nothing was stored; give each event an id of its own.",
        List.of(),
        cause);
  }

  @Override
  public Map<String, Object> details() {
    return errors.isEmpty() ? Map.of() : Map.of("errors", errors);
  }
}
