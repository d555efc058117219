package io.orchestrix.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown since the application has started. Checks ask it first, as a server may call
 * them before that, on a thread on which nothing of the application may be made. Thread-safe.
 */
public final class Shown {

  private record Sources(List<String> projections, Supplier<Optional<Figures>> figures) {}

  private volatile @Nullable Sources sources;

  void begin(List<String> projections, Supplier<Optional<Figures>> figures) {
    sources = new Sources(projections, figures);
  }

  /**
   * Whether the application has started: its tables are there, and so is all that it is made of.
   */
  boolean hasBegun() {
    return sources != null;
  }

  /** The projections that run behind. */
  List<String> projections() {
    Sources known = sources;
    return known == null ? List.of() : known.projections();
  }

  /** The figures; empty if they cannot be had. */
  Optional<Figures> figures() {
    Sources known = sources;
    return known == null ? Optional.empty() : known.figures().get();
  }
}
