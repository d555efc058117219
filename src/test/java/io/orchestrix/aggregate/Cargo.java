package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An aggregate whose state holds what is hard to write and read. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by type
@Aggregate("cargo")
@Snapshots(every = 3)
class Cargo extends AggregateRoot {

  record Loaded(String item, BigDecimal weight) implements Event {}

  record Sailed(String harbour) implements Event {}

  /** Its list can be changed. */
  record Labelled(List<String> labels) implements Event {}

  record Line(BigDecimal weight, Set<String> marks) {}

  /** Where it is. */
  sealed interface Place {}

  record Ashore(String harbour) implements Place {}

  record AtSea() implements Place {}

  final Map<String, Line> items = new TreeMap<>();
  private Place place = new AtSea();
  List<String> labels = new ArrayList<>();

  void load(String item) {
    apply(new Loaded(item, new BigDecimal("1.50")));
  }

  void happen(Event event) {
    apply(event);
  }

  Place place() {
    return place;
  }

  private void when(Loaded event) {
    items.put(
        event.item(), new Line(event.weight(), new LinkedHashSet<>(List.of("b", event.item()))));
  }

  /** Part of the code, though nothing that can be reached from a field. */
  static final class Ports {
    static Place of(String harbour) {
      return new Ashore(harbour);
    }
  }

  void when(Sailed event) {
    place = Ports.of(event.harbour());
    labels.add(event.harbour());
  }

  void when(Labelled event) {
    labels = event.labels(); // and changes it later
  }
}
