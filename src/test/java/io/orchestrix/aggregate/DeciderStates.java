package io.orchestrix.aggregate;

import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deciders whose states are of every kind. */
final class DeciderStates {

  private DeciderStates() {}

  record Turn(@TargetId String id) implements Command {}

  record Turned(String id) implements Event {}

  /** What they have in common; its type arguments are known only below. */
  abstract static class Turning<X> implements Decider<Turn, X, Turned> {
    @Override
    public List<Turned> decide(Turn command, X state) {
      return List.of(new Turned(command.id()));
    }
  }

  enum Position {
    ON,
    OFF
  }

  @Aggregate("switch")
  @Snapshots(every = 1)
  static final class Switch extends Turning<Position> {
    @Override
    public Position initial() {
      return Position.OFF;
    }

    @Override
    public Position evolve(Position state, Turned event) {
      return state == Position.ON ? Position.OFF : Position.ON;
    }
  }

  @Aggregate("counting")
  @Snapshots(every = 1)
  static final class Counting extends Turning<Map<String, List<Integer>>> {
    @Override
    public Map<String, List<Integer>> initial() {
      return Map.of();
    }

    @Override
    public Map<String, List<Integer>> evolve(Map<String, List<Integer>> state, Turned event) {
      List<Integer> counted = new ArrayList<>(state.getOrDefault(event.id(), List.of()));
      counted.add(counted.size() + 1);
      return Map.of(event.id(), List.copyOf(counted));
    }
  }

  record Sorted(Map<String, Integer> byLength) {}

  @Aggregate("sorting-decider")
  @Snapshots(every = 1)
  static final class Sorting extends Turning<Sorted> {
    @Override
    public Sorted initial() {
      return new Sorted(Map.of());
    }

    @Override
    public Sorted evolve(Sorted state, Turned event) {
      return new Sorted(new TreeMap<>(Map.of(event.id(), 1)));
    }
  }

  @Aggregate("stateless")
  static final class Stateless extends Turning<Sorted> {
    @Override
    @SuppressWarnings("NullAway") // that is the point
    public Sorted initial() {
      return null;
    }

    @Override
    public Sorted evolve(Sorted state, Turned event) {
      return state;
    }
  }
}
