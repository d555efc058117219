package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All versions of the definition of one saga. Immutable, thread-safe. */
final class SagaVersions {

  private final List<SagaDefinition<?>> newestFirst;

  SagaVersions(Collection<SagaDefinition<?>> versions) {
    this.newestFirst =
        versions.stream()
            .sorted(Comparator.<SagaDefinition<?>>comparingInt(SagaDefinition::version).reversed())
            .toList();
  }

  /**
   * The sagas, with all versions of each.
   *
   * @throws InvalidSagaException if a version occurs twice
   */
  static List<SagaVersions> byName(Collection<? extends SagaDefinition<?>> definitions) {
    for (InvalidSagaException mistake : mistakes(definitions)) {
      throw mistake;
    }
    Map<String, List<SagaDefinition<?>>> found = new LinkedHashMap<>();
    for (SagaDefinition<?> definition : definitions) {
      found.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(definition);
    }
    return found.values().stream().map(SagaVersions::new).toList();
  }

  /** Versions that occur twice. */
  static List<InvalidSagaException> mistakes(Collection<? extends SagaDefinition<?>> definitions) {
    List<InvalidSagaException> mistakes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SagaDefinition<?> definition : definitions) {
      for (int version : definition.versions()) {
        if (!seen.add(definition.name() + " " + version)) {
          mistakes.add(InvalidSagaException.sameVersion(definition.name(), version));
        }
      }
    }
    return mistakes;
  }

  /** Whether it takes events; otherwise it is started by hand and needs none. */
  boolean isEventDriven() {
    return newestFirst.stream().anyMatch(version -> !version.eventTypes().isEmpty());
  }

  String name() {
    return newest().name();
  }

  /** What new instances follow. */
  SagaDefinition<?> newest() {
    return newestFirst.get(0);
  }

  /** What the instances of a version follow now; empty if nothing does. */
  Optional<SagaDefinition<?>> of(int version) {
    return newestFirst.stream().filter(found -> found.versions().contains(version)).findFirst();
  }

  /** The versions whose instances can go on. */
  Set<Integer> known() {
    return newestFirst.stream()
        .flatMap(found -> found.versions().stream())
        .collect(Collectors.toSet());
  }

  boolean takes(Class<? extends Event> event) {
    return newestFirst.stream().anyMatch(version -> version.takes(event));
  }

  /** The keys by which an event finds instances of any version. */
  Set<CorrelationKey> keys(Event event) {
    return newestFirst.stream()
        .flatMap(version -> version.keys(event).stream())
        .collect(Collectors.toSet());
  }

  /** Whether events find instances by keys that are not their own. */
  boolean usesFurtherKeys() {
    return newestFirst.stream()
        .flatMap(SagaDefinition::correlations)
        .anyMatch(correlation -> !correlation.name().equals(CorrelationKey.OWN));
  }
}
