package io.orchestrix.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The upcasters of an application by the type and revision that they take. Immutable. */
final class Upcasters {

  private final EventTypes types;
  private final Map<EventRevision, Upcaster> bySource = new LinkedHashMap<>();
  private final List<InvalidUpcasterException> rivals = new ArrayList<>();

  Upcasters(EventTypes types, Collection<? extends Upcaster> upcasters) {
    this.types = types;
    for (Upcaster upcaster : upcasters) {
      EventRevision source = canonical(upcaster.source());
      Upcaster other = bySource.putIfAbsent(source, upcaster);
      if (other != null) {
        rivals.add(InvalidUpcasterException.twice(other, upcaster, source));
      }
    }
  }

  EventTypes types() {
    return types;
  }

  Map<EventRevision, Upcaster> bySource() {
    return bySource;
  }

  /** The second ones of a step that has one already. */
  List<InvalidUpcasterException> rivals() {
    return rivals;
  }

  /** Who takes such events further, under whatever name they are stored. */
  @Nullable Upcaster find(EventRevision stored) {
    return bySource.get(canonical(stored));
  }

  /** With the name of the type instead of an alias. */
  EventRevision canonical(EventRevision stored) {
    KnownEvent known = types.find(stored.type());
    return known == null ? stored : new EventRevision(known.current().type(), stored.revision());
  }
}
