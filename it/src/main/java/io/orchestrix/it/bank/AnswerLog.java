package io.orchestrix.it.bank;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How often what was answered, after which time, and when nothing succeeded. It does not grow with
 * the answers, only with the silences among them. Safe for many threads.
 */
final class AnswerLog {

  /** Shorter silences are not kept. */
  private static final Duration NOTICED = Duration.ofMillis(20);

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** A question that the bank answers. */
  interface Question {
    Answer ask() throws IOException;
  }

  /** Two successes with nothing between them, in {@link System#nanoTime()}. */
  private record Silence(long from, long to) {
    long within(long start, long end) {
      return Math.min(to, end) - Math.max(from, start);
    }
  }

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
  private final Queue<Silence> silences = new ConcurrentLinkedQueue<>();
  private final Histogram times = new ConcurrentHistogram(LONGEST.toNanos(), 3);
  private final AtomicInteger successes = new AtomicInteger();
  private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());

  /** Asks, and counts the answer by status and code, or that there was none. */
  Answer write(Question question) throws IOException {
    var start = System.nanoTime();
    Answer answer;
    try {
      answer = question.ask();
    } catch (IOException e) {
      count("no answer");
      throw e;
    }
    var now = System.nanoTime();
    times.recordValue(Math.min(now - start, LONGEST.toNanos()));
    statuses.add(answer.status());
    count((answer.status() + " " + answer.code()).strip());
    if (answer.ok()) {
      succeeded(now);
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

  int successes() {
    return successes.get();
  }

  /** The time since the last success. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSuccess.get());
  }

  List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  Map<String, Long> counts() {
    var sums = new TreeMap<String, Long>();
    counts.forEach((kind, count) -> sums.put(kind, count.sum()));
    return sums;
  }

  Duration slowest() {
    return Duration.ofNanos(times.getMaxValue());
  }

  /** The time within which so many of a hundred were answered. */
  Duration percentile(double percent) {
    return Duration.ofNanos(times.getValueAtPercentile(percent));
  }

  /** The longest time between two moments in which nothing succeeded, zero below 20 ms. */
  Duration longestSilence(long from, long to) {
    var longest = new Silence(lastSuccess.get(), to).within(from, to);
    for (var silence : silences) {
      longest = Math.max(longest, silence.within(from, to));
    }
    return Duration.ofNanos(Math.max(0, longest));
  }

  private void count(String kind) {
    counts.computeIfAbsent(kind, any -> new LongAdder()).increment();
  }

  private void succeeded(long now) {
    successes.incrementAndGet();
    var last = lastSuccess.getAndAccumulate(now, Math::max);
    if (now - last > NOTICED.toNanos()) {
      silences.add(new Silence(last, now));
    }
  }
}
