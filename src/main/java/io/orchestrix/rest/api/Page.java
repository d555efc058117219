package io.orchestrix.rest.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items its elements
 * @param next the value of {@code after} for the part that follows; {@code null} at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * A page of what was found.
   *
   * @param limit how many were asked for; fewer are the last page
   * @param cursor where to go on after an element
   */
  static <S, T> Page<T> of(
      List<S> found, int limit, Function<S, T> view, Function<S, String> cursor) {
    String next = found.size() < limit ? null : cursor.apply(found.get(found.size() - 1));
    return new Page<>(found.stream().map(view).toList(), next);
  }
}
