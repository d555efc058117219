package io.orchestrix.bench;

import java.util.Map;

/** What the figure of Orchestrix is to reach. */
sealed interface Goal {

  boolean isReachedBy(Map<String, Figures> figures);

  /** A part or a multiple of somebody else's figure. */
  record Times(double factor, String contestant) implements Goal {
    @Override
    public boolean isReachedBy(Map<String, Figures> figures) {
      Figures other = figures.get(contestant);
      return other == null || own(figures) >= factor * other.median();
    }

    @Override
    public String toString() {
      return ">= " + factor + " " + contestant;
    }
  }

  /** So much in a second. */
  record PerSecond(long figure) implements Goal {
    @Override
    public boolean isReachedBy(Map<String, Figures> figures) {
      return own(figures) >= figure;
    }

    @Override
    public String toString() {
      return ">= %,d/s".formatted(figure);
    }
  }

  private static double own(Map<String, Figures> figures) {
    Figures own = figures.get("orchestrix");
    return own == null ? 0 : own.median();
  }
}
