package io.orchestrix.telemetry;

import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what this server and this application offer to measure with. Classes that are not there, or
 * are there in a version that does not fit, cannot be linked: then one is left out, and the
 * application does not notice.
 */
final class Meterings {

  private static final Logger LOG = System.getLogger(Meterings.class.getName());

  private Meterings() {}

  /** All that there are; empty if nobody would see what is measured. */
  static List<Meters> find(Instance<Object> beans) {
    List<Meters> found = new ArrayList<>();
    add(found, "OpenTelemetry", () -> OpenTelemetryMeters.find(beans));
    add(found, "MicroProfile Metrics", () -> MicroProfileMeters.find(beans));
    return found;
  }

  private static void add(List<Meters> all, String name, Supplier<Optional<Meters>> find) {
    try {
      Optional<Meters> found = find.get();
      found.ifPresent(all::add);
      if (found.isPresent()) {
        LOG.log(Level.INFO, "ORX-6130 Orchestrix is measured with {0}.", name);
      }
    } catch (LinkageError e) {
      LOG.log(Level.DEBUG, () -> "Nothing is measured with " + name + ", which is not there.", e);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "ORX-6132 Nothing is measured with %s, as it could not be had.".formatted(name),
          e);
    }
  }
}
