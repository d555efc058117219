package io.orchestrix.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the figure of Orchestrix is to reach. */
sealed interface Goal {

  /** Unknown without those whose figures it compares. */
  Optional<Boolean> isReachedBy(Map<String, Figures> figures);

  /** A part or a multiple of somebody else's figure. */
  record Times(double factor, String contestant) implements Goal {
    @Override
    public Optional<Boolean> isReachedBy(Map<String, Figures> figures) {
      return own(figures)
          .flatMap(own -> median(figures, contestant).map(other -> own >= factor * other));
    }

    @Override
    public String toString() {
      return ">= " + factor + " " + contestant;
    }
  }

  /** So much in a second. */
  record PerSecond(long figure) implements Goal {
    @Override
    public Optional<Boolean> isReachedBy(Map<String, Figures> figures) {
      return own(figures).map(own -> own >= figure);
    }

    @Override
    public String toString() {
      return ">= %,d/s".formatted(figure);
    }
  }

  /** Less than so much, of whatever the figures count. */
  record Below(double figure, String unit) implements Goal {
    @Override
    public Optional<Boolean> isReachedBy(Map<String, Figures> figures) {
      return own(figures).map(own -> own < figure);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "< %,.0f %s", figure, unit);
    }
  }

  private static Optional<Double> own(Map<String, Figures> figures) {
    return median(figures, "orchestrix");
  }

  private static Optional<Double> median(Map<String, Figures> figures, String contestant) {
    return Optional.ofNullable(figures.get(contestant)).map(Figures::median);
  }
}
