package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The subscriptions of this process, which shares their segments with all others on the same store.
 *
 * <p>It lives by its {@linkplain #beat beat}, which has to come several times in the length of a
 * lease: each one extends the lease, claims what nobody works on, and takes over a fair share of
 * the rest. Thread-safe.
 */
public final class SubscriptionNode {

  private static final Logger LOG = System.getLogger(SubscriptionNode.class.getName());

  /** Who takes longer for a batch is waited for no longer. */
  private static final long LONGEST_HALT = Duration.ofSeconds(10).toNanos();

  private final Supplier<? extends Collection<Subscription>> subscriptions;
  private final SubscriptionServices services;
  private final EventFeed feed;
  private final Tail tail;
  private final Lease lease = new Lease();
  private final Workers workers = new Workers();
  private final Set<String> added = new HashSet<>();
  private final List<Consumer<SegmentId>> listeners = new CopyOnWriteArrayList<>();
  private final Checkpoints checkpoints;
  private boolean hasEnded;

  /**
   * @param subscriptions those that there are now; asked at each beat
   */
  public SubscriptionNode(
      Supplier<? extends Collection<Subscription>> subscriptions, SubscriptionServices services) {
    this.subscriptions = subscriptions;
    this.services = services;
    this.checkpoints = new Checkpoints(services, this::isPassed);
    this.feed = new EventFeed(services.events(), services.threads());
    this.tail =
        new Tail(
            feed,
            services.threads(),
            () -> workers.forEach(SegmentWorker::signal),
            () -> workers.any(SegmentWorker::isIdle),
            services.longestPause());
  }

  /** How far subscriptions are. */
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  /**
   * Is told of each segment of this node that has passed events, on the thread that works.
   *
   * @return ends it
   */
  public Runnable onProgress(Consumer<SegmentId> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Events may be there; called after each commit that has appended some. */
  public void wake() {
    tail.wake();
  }

  /** Dead letters may be there to be tried again. */
  public void refresh() {
    workers.forEach(SegmentWorker::refresh);
  }

  /** Extends the lease, and claims what is to be claimed. */
  public synchronized void beat() {
    if (hasEnded) {
      return;
    }
    Roster roster = extend();
    Map<String, Subscription> known = known(); // who changes one meanwhile ends what is seen here
    if (addNew(known)) {
      takePart(extend(), known());
    } else {
      takePart(roster, known);
    }
    refresh();
    tail.insist();
  }

  private void takePart(Roster roster, Map<String, Subscription> known) {
    endLost(roster, known);
    new Balance(services.node(), roster)
        .claims(known.keySet(), workers.segments()).stream()
            .filter(state -> !workers.isHalted(state.id().subscription()))
            .forEach(state -> claim(state, known));
  }

  private Roster extend() {
    long begun = System.nanoTime();
    Roster roster = services.segments().beat(services.node(), services.lease());
    lease.extend(begun, services.lease());
    return roster;
  }

  private Map<String, Subscription> known() {
    Map<String, Subscription> known = new HashMap<>();
    subscriptions.get().forEach(subscription -> known.put(subscription.name(), subscription));
    return known;
  }

  /** Whether there are some that have no segments yet. */
  private boolean addNew(Map<String, Subscription> known) {
    added.retainAll(known.keySet()); // one that was removed may come again
    List<Subscription> missing =
        known.values().stream().filter(each -> !added.contains(each.name())).toList();
    if (!missing.isEmpty()) {
      services.segments().add(missing);
      missing.forEach(each -> added.add(each.name()));
    }
    return !missing.isEmpty();
  }

  /** Workers whose claim has ended, be it that they do not know yet. */
  private void endLost(Roster roster, Map<String, Subscription> known) {
    Map<SegmentId, Long> own = new HashMap<>();
    for (SegmentState state : roster.segments()) {
      if (services.node().equals(state.owner()) && state.isRunning()) {
        own.put(state.id(), state.epoch());
      }
    }
    workers.keep(
        worker -> {
          Claim claim = worker.claim();
          boolean isOurs = Long.valueOf(claim.epoch()).equals(own.get(claim.id()));
          return isOurs && !worker.isOver() && known.containsKey(claim.id().subscription());
        });
  }

  private void claim(SegmentState seen, Map<String, Subscription> known) {
    Subscription subscription = known.get(seen.id().subscription());
    if (subscription != null) {
      services
          .segments()
          .claim(seen.id(), seen.epoch(), services.node())
          .ifPresent(state -> work(subscription, state));
    }
  }

  private void work(Subscription subscription, SegmentState state) {
    LOG.log(
        Level.INFO,
        "ORX-3204 {0} is handled by this node from position {1} on.",
        state.id(),
        state.checkpoint());
    SegmentWorker worker =
        new SegmentWorker(subscription, state, services, feed, lease, tail::follow, this::moved);
    workers.add(worker);
    worker.signal();
  }

  private void moved(SegmentId segment) {
    checkpoints.moved();
    listeners.forEach(listener -> listener.accept(segment));
  }

  private boolean isPassed(Claim claim, GlobalPosition position) {
    return workers
        .find(claim.id())
        .filter(worker -> worker.claim().equals(claim))
        .filter(worker -> worker.position().compareTo(position) >= 0)
        .isPresent();
  }

  /**
   * Lets this node end the batches of a subscription that are under way, and commit them, then does
   * {@code work}; until that has returned and a {@linkplain #beat beat} has come, it handles no
   * other. Whoever ends claims does so here: a claim that ends in the middle of a batch rolls it
   * back, but not what its handler has done outside of the transaction.
   *
   * @param work is told whether all batches have ended; otherwise one takes too long, and is still
   *     under way
   */
  public void whileHalted(String subscription, Consumer<Boolean> work) {
    long end = System.nanoTime() + LONGEST_HALT;
    List<SegmentWorker> ending = halt(subscription);
    try {
      boolean haveEnded = true;
      for (SegmentWorker worker : ending) {
        haveEnded &= worker.awaitRest(end - System.nanoTime());
      }
      work.accept(haveEnded);
    } finally {
      release(subscription);
    }
  }

  private synchronized List<SegmentWorker> halt(String subscription) {
    return workers.halt(subscription);
  }

  private synchronized void release(String subscription) {
    workers.release(subscription);
  }

  /** Stops working, and lets others take over at once. */
  public synchronized void end() {
    hasEnded = true;
    lease.end();
    workers.end();
    services.segments().leave(services.node());
  }
}
