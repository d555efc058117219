package io.orchestrix.projection;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.background.Signalled;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SegmentStore;
import io.orchestrix.subscription.SubscriptionNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Tells when projections have made progress, on this node at once, on another one a moment later.
 * Nothing is asked while nobody listens. Thread-safe.
 */
public final class ProgressWatch {

  private static final Logger LOG = System.getLogger(ProgressWatch.class.getName());

  private static final Duration OTHERS_ASKED_EACH = Duration.ofMillis(100);

  /** A server writes about each failed attempt, so there are few of them. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private record Listener(Set<String> projections, Runnable onProgress) {}

  private final Projections projections;
  private final SegmentStore segments;
  private final Signalled asking;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private Map<String, List<Long>> seen = Map.of();
  private volatile Duration pause = OTHERS_ASKED_EACH;

  public ProgressWatch(
      Projections projections,
      SubscriptionNode node,
      SegmentStore segments,
      BackgroundThreads threads) {
    this.projections = projections;
    this.segments = segments;
    this.asking = new Signalled(this::ask, threads);
    node.onProgress(segment -> tell(Set.of(projection(segment.subscription()))));
  }

  /**
   * Calls {@code onProgress} whenever one of these projections has handled events, and perhaps at
   * other times, on any thread.
   *
   * @return ends it
   * @throws ProjectionException if there is no such projection, or it is inline
   */
  public Runnable listen(Set<String> names, Runnable onProgress) {
    names.forEach(projections::async);
    Listener listener = new Listener(Set.copyOf(names), onProgress);
    listeners.add(listener);
    asking.signalIn(pause);
    return () -> listeners.remove(listener);
  }

  private static String projection(String subscription) {
    int slash = subscription.lastIndexOf('/');
    return slash < 0 ? subscription : subscription.substring(0, slash);
  }

  private void tell(Collection<String> moved) {
    for (Listener listener : listeners) {
      if (moved.stream().anyMatch(listener.projections()::contains)) {
        listener.onProgress().run();
      }
    }
  }

  private void ask() {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      tell(moved());
    } finally {
      asking.signalIn(pause);
    }
  }

  /** The projections whose checkpoints, or claims, are not what they were. */
  private Set<String> moved() {
    try {
      Map<String, List<Long>> now =
          segments.segments().stream()
              .collect(
                  Collectors.groupingBy(
                      state -> projection(state.id().subscription()),
                      HashMap::new,
                      Collectors.mapping(ProgressWatch::place, Collectors.toList())));
      Set<String> moved =
          now.entrySet().stream()
              .filter(found -> !found.getValue().equals(seen.get(found.getKey())))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      seen = now;
      pause = OTHERS_ASKED_EACH;
      return moved;
    } catch (RuntimeException e) { // the database is away; perhaps it is back next time
      LOG.log(Level.DEBUG, "Cannot see what other nodes have done.", e);
      pause = AFTER_FAILURE;
      return Set.of();
    }
  }

  private static Long place(SegmentState state) {
    return state.checkpoint().value() + state.handled() + (state.epoch() << 48);
  }
}
