package io.orchestrix.aggregate;

import io.orchestrix.command.HandlesCommand;

/** What a ferry inherits. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable", "unused"}) // called by type
abstract class Floating extends AggregateRoot {

  void paint(@HandlesCommand Ferry.Paint command) {
    throw new IllegalStateException("is overridden");
  }

  private String moor(@HandlesCommand Ferry.Moor command) {
    apply(new Ferry.Moored("inherited"));
    return id();
  }

  /** What a ferry implements. */
  interface Anchored {
    default String anchor(@HandlesCommand Ferry.Anchor command) {
      return "anchored " + ((Ferry) this).people;
    }
  }
}
