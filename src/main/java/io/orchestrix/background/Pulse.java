package io.orchestrix.background;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When what a node does again and again was last done: whoever hangs says nothing any more.
 * Thread-safe.
 */
public final class Pulse {

  private final LongSupplier nanos;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /**
   * @param nanos a clock that only runs forward, as {@link System#nanoTime}
   */
  public Pulse(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** It was done, well or not. */
  public void beat(String work) {
    last.put(work, nanos.getAsLong());
  }

  /** It will not be done any more. */
  public void end(String work) {
    last.remove(work);
  }

  /** For how long each has not been done, by its name. */
  public SortedMap<String, Duration> silences() {
    SortedMap<String, Duration> silences = new TreeMap<>();
    long now = nanos.getAsLong();
    last.forEach((work, time) -> silences.put(work, Duration.ofNanos(Math.max(0, now - time))));
    return silences;
  }
}
