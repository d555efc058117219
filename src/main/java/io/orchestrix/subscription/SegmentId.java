package io.orchestrix.subscription;

/**
 * A part of a subscription.
 *
 * @param subscription its name
 * @param segment from 0
 */
public record SegmentId(String subscription, int segment) implements Comparable<SegmentId> {

  @Override
  public int compareTo(SegmentId other) {
    int byName = subscription.compareTo(other.subscription);
    return byName == 0 ? Integer.compare(segment, other.segment) : byName;
  }

  /** As logs name it. */
  @Override
  public String toString() {
    return subscription + "[" + segment + "]";
  }
}
