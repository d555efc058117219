package io.orchestrix.subscription;

import java.util.List;
import java.util.Set;

/**
 * Who is alive, and who works on what, at a moment.
 *
 * @param nodes whose lease is not over
 * @param segments of all subscriptions
 */
public record Roster(Set<String> nodes, List<SegmentState> segments) {

  public Roster {
    nodes = Set.copyOf(nodes);
    segments = List.copyOf(segments);
  }
}
