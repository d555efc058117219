package io.orchestrix.projection;

import java.util.List;
import java.util.Optional;

/**
 * Keeps which versions of read models there are. Thread-safe; every operation joins the unit of
 * work of the thread, or is one of its own.
 */
public interface ReadModelStore {

  /** Makes the first version of a read model, unless there is one. */
  void add(ReadModelState first);

  /** The versions of a read model; empty if it is unknown. */
  Optional<ReadModelState> find(String projection);

  /** The versions of all read models, in the order of their names. */
  List<ReadModelState> all();

  /**
   * Changes the versions of a read model.
   *
   * @param before as it was read
   * @return whether it was still so; otherwise nothing is done
   */
  boolean change(ReadModelState before, ReadModelState after);
}
