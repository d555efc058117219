package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;

/** What a parcel inherits. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by type
abstract class Carried extends AggregateRoot {

  String content = "";

  private String carry(Parcel.Scales scales, @HandlesCommand Parcel.Carry command) {
    return "carried %d %s".formatted(scales.weigh(content), content);
  }

  /** What a parcel implements. */
  interface Weighable {
    default String check(@HandlesCommand Parcel.Check command, Parcel.Scales scales) {
      return "checked " + scales.weigh(((Carried) this).content);
    }
  }
}
