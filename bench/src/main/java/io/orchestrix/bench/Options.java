package io.orchestrix.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the user asks for by system properties {@code bench.*}; one that is empty is not set.
 *
 * @param only the scenarios, or parts of their names; all if there are none
 * @param contestants all if there are none
 * @param time of one measurement
 * @param warmup before everything, for each contestant: virtual machines compile what they run
 * @param sizes of the store that grows
 * @param replayed how many events are there for projections to catch up with
 */
record Options(
    List<String> only,
    List<String> contestants,
    Duration time,
    Duration warmup,
    int repeats,
    List<Integer> sizes,
    int replayed,
    Path json) {

  static Options ofSystem() {
    List<Integer> sizes = new ArrayList<>(List.of(10_000, 1_000_000));
    list("growth").stream().map(Integer::valueOf).forEach(sizes::add);
    return new Options(
        list("only"),
        list("contestants"),
        seconds("seconds", "2"),
        seconds("warmup", "90"),
        Integer.parseInt(property("repeats", "5")),
        sizes,
        Integer.parseInt(property("replayed", "50000")),
        Path.of(property("json", "bench.json")));
  }

  boolean wants(String scenario) {
    return only.isEmpty() || only.stream().anyMatch(scenario::startsWith);
  }

  boolean invites(String contestant) {
    return contestants.isEmpty() || contestants.contains(contestant);
  }

  private static Duration seconds(String name, String unset) {
    return Duration.ofMillis(Math.round(1_000 * Double.parseDouble(property(name, unset))));
  }

  private static List<String> list(String name) {
    return Stream.of(property(name, "").split(",")).filter(part -> !part.isBlank()).toList();
  }

  private static String property(String name, String unset) {
    String value = System.getProperty("bench." + name, "");
    return value.isBlank() ? unset : value;
  }
}
