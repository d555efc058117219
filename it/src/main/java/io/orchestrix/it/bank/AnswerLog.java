package io.orchestrix.it.bank;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What was answered when, and after which time. Safe for many threads. */
final class AnswerLog {

  /** A question that the bank answers. */
  interface Question {
    Answer ask() throws IOException;
  }

  /**
   * @param at when, in {@link System#nanoTime()}
   * @param kind status and code
   */
  private record Line(long at, Duration took, boolean ok, int status, String kind) {}

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger successes = new AtomicInteger();
  private volatile long lastSuccess = System.nanoTime();

  Answer write(Question question) throws IOException {
    var start = System.nanoTime();
    var answer = question.ask();
    var now = System.nanoTime();
    var kind = (answer.status() + " " + answer.code()).strip();
    lines.add(new Line(now, Duration.ofNanos(now - start), answer.ok(), answer.status(), kind));
    if (answer.ok()) {
      lastSuccess = now;
      successes.incrementAndGet();
    }
    return answer;
  }

  /** Waits for so many further successes, and answers how long it took. */
  Duration awaitMore(int count, Duration atMost) {
    var start = System.nanoTime();
    var enough = successes.get() + count;
    await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> successes.get() >= enough);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The time since the last success. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSuccess);
  }

  List<Integer> statuses() {
    return lines.stream().map(Line::status).distinct().sorted().toList();
  }

  Map<String, Long> counts() {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::kind, TreeMap::new, Collectors.counting()));
  }

  Duration slowest() {
    return lines.stream().map(Line::took).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The longest time between two moments in which nothing succeeded. */
  Duration longestSilence(long from, long to) {
    var times =
        new ArrayList<>(
            lines.stream()
                .filter(Line::ok)
                .map(Line::at)
                .filter(at -> at > from && at < to)
                .sorted()
                .toList());
    times.add(to);
    var longest = 0L;
    var last = from;
    for (var time : times) {
      longest = Math.max(longest, time - last);
      last = time;
    }
    return Duration.ofNanos(longest);
  }
}
