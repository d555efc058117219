package io.orchestrix.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Strings pages together to one lazy stream. */
final class Pages {

  private Pages() {}

  /**
   * @param start where the first page begins
   * @param page reads the page after a place; a short one is the last
   * @param place tells the place of an element
   * @param size the length of a full page
   */
  static <T, P> Stream<T> of(P start, Function<P, List<T>> page, Function<T, P> place, int size) {
    return Stream.iterate(
            page.apply(start),
            Objects::nonNull,
            last -> last.size() < size ? null : page.apply(place.apply(last.get(size - 1))))
        .flatMap(Collection::stream);
  }
}
