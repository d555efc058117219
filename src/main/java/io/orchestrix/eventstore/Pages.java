package io.orchestrix.eventstore;

import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Strings pages together to one lazy stream, which holds one of them at a time. */
final class Pages<T, P> extends AbstractSpliterator<T> {

  private final Function<P, List<T>> read;
  private final BiFunction<P, T, P> beyond;
  private final int size;
  private P left;
  private List<T> page = List.of();
  private int next;
  private boolean isLast;

  private Pages(P all, Function<P, List<T>> read, BiFunction<P, T, P> beyond, int size) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.left = all;
    this.read = read;
    this.beyond = beyond;
    this.size = size;
  }

  /**
   * @param all what is to be read
   * @param read reads the first page of what is left; a short one is the last
   * @param beyond what is left after an element
   * @param size the length of a full page
   */
  static <T, P> Stream<T> of(
      P all, Function<P, List<T>> read, BiFunction<P, T, P> beyond, int size) {
    return StreamSupport.stream(new Pages<>(all, read, beyond, size), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (next == page.size() && !isLast) {
      page = read.apply(left);
      next = 0;
      isLast = page.size() < size;
    }
    if (next == page.size()) {
      return false;
    }
    T element = page.get(next++);
    left = beyond.apply(left, element);
    action.accept(element);
    return true;
  }
}
