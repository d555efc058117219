package io.orchestrix.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which segments a node claims: all that nobody has, and its share of the rest. */
final class Balance {

  private final String node;
  private final Roster roster;

  Balance(String node, Roster roster) {
    this.node = node;
    this.roster = roster;
  }

  /**
   * The segments that the node should claim now.
   *
   * @param known the subscriptions that it has
   * @param working the segments that it works on
   */
  List<SegmentState> claims(Set<String> known, Set<SegmentId> working) {
    List<SegmentState> free = new ArrayList<>();
    Map<String, List<SegmentState>> byOwner = new HashMap<>();
    roster.nodes().forEach(alive -> byOwner.put(alive, new ArrayList<>()));
    for (SegmentState state : roster.segments()) {
      String owner = state.owner();
      if (!state.isRunning()) {
        continue;
      }
      boolean isLost = node.equals(owner) && !working.contains(state.id());
      if (owner == null || isLost || !byOwner.containsKey(owner)) {
        if (known.contains(state.id().subscription())) {
          free.add(state);
        }
      } else {
        byOwner.get(owner).add(state);
      }
    }
    return free.isEmpty() ? share(byOwner, known) : free;
  }

  /** Takes over from the node that has most, until it has no more than one more. */
  private List<SegmentState> share(Map<String, List<SegmentState>> byOwner, Set<String> known) {
    int own = byOwner.getOrDefault(node, List.of()).size();
    List<SegmentState> richest =
        byOwner.values().stream()
            .max((a, b) -> Integer.compare(a.size(), b.size()))
            .orElse(List.of());
    return richest.stream()
        .filter(state -> known.contains(state.id().subscription()))
        .limit(Math.max(0, (richest.size() - own) / 2))
        .toList();
  }
}
