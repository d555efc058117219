package io.orchestrix.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What upcasters must be so that each stored event arrives at a type that the code knows. */
final class UpcasterRules {

  private final Upcasters upcasters;

  private UpcasterRules(Upcasters upcasters) {
    this.upcasters = upcasters;
  }

  /** All that is wrong with them, seen without any event. */
  static List<InvalidUpcasterException> mistakes(Upcasters upcasters) {
    UpcasterRules rules = new UpcasterRules(upcasters);
    List<InvalidUpcasterException> mistakes = new ArrayList<>(upcasters.rivals());
    upcasters.types().known().stream().flatMap(rules::gaps).forEach(mistakes::add);
    upcasters
        .bySource()
        .forEach((source, upcaster) -> rules.check(source, upcaster).ifPresent(mistakes::add));
    rules.circles().forEach(mistakes::add);
    return mistakes;
  }

  /** Every revision before the current one needs a step. */
  private Stream<InvalidUpcasterException> gaps(KnownEvent known) {
    EventRevision current = known.current();
    return IntStream.range(1, current.revision())
        .mapToObj(revision -> new EventRevision(current.type(), revision))
        .filter(step -> upcasters.find(step) == null)
        .map(step -> InvalidUpcasterException.missing(known, step));
  }

  private Optional<InvalidUpcasterException> check(EventRevision source, Upcaster upcaster) {
    KnownEvent known = upcasters.types().find(source.type());
    if (known != null && source.revision() >= known.current().revision()) {
      return Optional.of(InvalidUpcasterException.needless(upcaster, source, known));
    }
    EventRevision target = target(upcaster);
    if (target == null) {
      return Optional.empty();
    }
    if (isBack(source, target)) {
      return Optional.of(InvalidUpcasterException.back(upcaster, source, target));
    }
    return leadsOn(target)
        ? Optional.empty()
        : Optional.of(InvalidUpcasterException.deadEnd(upcaster, target));
  }

  /** A revision of a known type that nothing takes further is reported as its gap. */
  private boolean leadsOn(EventRevision target) {
    KnownEvent known = upcasters.types().find(target.type());
    return upcasters.find(target) != null
        || (known != null && target.revision() <= known.current().revision());
  }

  /** Steps that lead back to themselves through another type; each circle is named once. */
  private Stream<InvalidUpcasterException> circles() {
    Set<EventRevision> seen = new HashSet<>();
    List<InvalidUpcasterException> circles = new ArrayList<>();
    for (EventRevision start : upcasters.bySource().keySet()) {
      Set<EventRevision> path = new HashSet<>();
      EventRevision from = start;
      Upcaster step = upcasters.find(start);
      while (step != null && seen.add(from)) {
        path.add(from);
        EventRevision target = target(step);
        if (target == null || isBack(from, target)) {
          break;
        }
        if (path.contains(target)) {
          circles.add(InvalidUpcasterException.back(step, from, target));
        }
        from = target;
        step = upcasters.find(from);
      }
    }
    return circles.stream();
  }

  static boolean isBack(EventRevision from, EventRevision to) {
    return from.type().equals(to.type()) && to.revision() <= from.revision();
  }

  private @Nullable EventRevision target(Upcaster upcaster) {
    return upcaster.target().map(upcasters::canonical).orElse(null);
  }
}
