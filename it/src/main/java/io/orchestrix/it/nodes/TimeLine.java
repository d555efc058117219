package io.orchestrix.it.nodes;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was done to the nodes, and when: a line each, for reports. It prints the line at once, so
 * that a test that hangs shows where. Safe for many threads.
 */
public final class TimeLine {
  private final long start = System.nanoTime();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  public void add(String what) {
    var seconds = (System.nanoTime() - start) / 1e9;
    var line = String.format(Locale.ROOT, "%7.1f s  %s", seconds, what);
    lines.add(line);
    System.out.println(line);
  }

  /** All lines. */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
