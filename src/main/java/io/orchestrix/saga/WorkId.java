package io.orchestrix.saga;

import java.util.Locale;

/**
 * A piece of work of an instance, which may fail and be tried again.
 *
 * @param name of the step or deadline, or the id of the event
 */
public record WorkId(Kind kind, String name) {

  /** What is done. */
  public enum Kind {
    EVENT,
    DEADLINE,
    STEP,
    COMPENSATION,
    END
  }

  static WorkId step(String step) {
    return new WorkId(Kind.STEP, step);
  }

  static WorkId compensation(String step) {
    return new WorkId(Kind.COMPENSATION, step);
  }

  static WorkId event(String id) {
    return new WorkId(Kind.EVENT, id);
  }

  static WorkId deadline(String name) {
    return new WorkId(Kind.DEADLINE, name);
  }

  /** {@code step debit}, for people. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }
}
