package io.orchestrix.message.cloudevents;

import io.orchestrix.message.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong; of a large batch the first hundred. */
final class Flaws {

  private static final int MOST = 100;

  private final Function<List<Flaw>, InvalidCloudEventException> refusal;
  private final List<Flaw> found = new ArrayList<>();
  private int count;

  /**
   * @param refusal what becomes of them
   */
  Flaws(Function<List<Flaw>, InvalidCloudEventException> refusal) {
    this.refusal = refusal;
  }

  void add(JsonPointer at, String detail) {
    count++;
    if (count <= MOST) {
      found.add(Flaw.at(at, detail));
    }
  }

  /** The failure after which nothing more can be looked at. */
  InvalidCloudEventException last(JsonPointer at, String detail) {
    add(at, detail);
    return refusal.apply(found);
  }

  /** How many were added, also beyond the first hundred. */
  int count() {
    return count;
  }

  /**
   * @throws InvalidCloudEventException if anything was added
   */
  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw refusal.apply(found);
    }
  }
}
