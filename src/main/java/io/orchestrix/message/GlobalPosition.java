package io.orchestrix.message;

/**
 * The place of an event among all events of a store.
 *
 * <p>Positions grow in the order in which readers see events; they may have gaps.
 *
 * @param value 0 for {@link #START}, otherwise at least 1
 */
public record GlobalPosition(long value) implements Comparable<GlobalPosition> {

  /** The place before the first event. */
  public static final GlobalPosition START = new GlobalPosition(0);

  public GlobalPosition {
    if (value < 0) {
      throw new IllegalArgumentException("A global position is never negative: " + value);
    }
  }

  @Override
  public int compareTo(GlobalPosition other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
