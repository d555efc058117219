package io.orchestrix.saga;

import io.orchestrix.deadline.AfterFailure;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.message.Fingerprint;
import io.orchestrix.message.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps events that no instance has the {@linkplain SagaContext#correlate further key} of: the turn
 * that gives an instance this key may not be done yet. Each is a deadline, which is due when an
 * instance gets the key, and now and then besides. Thread-safe.
 */
final class UnmatchedEvents implements DeadlineHandler {

  /** Then it is looked whether an instance has the key; after the last it is dropped. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  /** When one is looked at again that comes behind another one of its key. */
  private static final Duration BEHIND = Duration.ofMillis(50);

  private static final int PAGE = 100;

  private final SagaVersions versions;
  private final SagaServices services;
  private final JsonTrees trees;
  private final Inboxes inboxes;

  UnmatchedEvents(SagaVersions versions, SagaServices services) {
    this.versions = versions;
    this.services = services;
    this.trees = new JsonTrees(services.codec(), services.format());
    this.inboxes = new Inboxes(versions, services);
  }

  /**
   * What a deadline keeps.
   *
   * @param looks how often it was looked in vain
   */
  record Unmatched(CorrelationKey key, ReceivedEvent event, int looks) {}

  /** Keeps an event whose key no instance has, in the unit of work of the thread. */
  void keep(CorrelationKey key, Delivery delivery) {
    put(new Unmatched(key, delivery.event(), 0), delivery.origin(), PAUSES.get(0));
  }

  /**
   * Keeps an event whose key instances have, if others of that key have been kept before it and are
   * not brought yet.
   *
   * @return whether it is kept
   */
  boolean keepBehindOthers(CorrelationKey key, Delivery delivery) {
    boolean isBehind =
        !services.deadlines().next(List.of(name())).isEmpty() && !kept(key).isEmpty();
    if (isBehind) {
      put(new Unmatched(key, delivery.event(), 0), delivery.origin(), BEHIND);
    }
    return isBehind;
  }

  private void put(Unmatched unmatched, Origin origin, Duration in) {
    services
        .deadlines()
        .put(
            List.of(
                Deadline.of(
                    new DeadlineKey(name(), prefix(unmatched.key()) + unmatched.event().id()),
                    services.clock().instant().plus(in),
                    services.codec().encode(unmatched),
                    origin,
                    "")));
  }

  /** In the order of their ids, which is that of time; without those that fail. */
  private List<Deadline> kept(CorrelationKey key) {
    String prefix = prefix(key);
    return services.deadlines().page(name(), null, new DeadlineKey(name(), prefix), PAGE).stream()
        .filter(deadline -> deadline.key().value().startsWith(prefix))
        .filter(deadline -> deadline.attempts() == 0)
        .toList();
  }

  private static String prefix(CorrelationKey key) {
    return new Fingerprint().add(key.name()).add(key.value()) + "/";
  }

  /** An instance has got keys: what was kept under them is due when that is committed. */
  void wake(Collection<CorrelationKey> keys, Instant now) {
    List<Deadline> due = new ArrayList<>();
    for (CorrelationKey key : keys) {
      List<Deadline> kept = kept(key);
      for (int i = 0; i < kept.size(); i++) {
        Deadline deadline = kept.get(i);
        Instant at = now.minus(kept.size() - i, ChronoUnit.MICROS);
        due.add(Deadline.of(deadline.key(), at, deadline.payload(), deadline.origin(), ""));
      }
    }
    services.deadlines().put(due);
  }

  @Override
  public String name() {
    return "saga-unmatched:" + versions.name();
  }

  @Override
  public void fire(Deadline deadline) {
    Unmatched unmatched = services.codec().decode(deadline.payload(), Unmatched.class);
    ReceivedEvent event = unmatched.event();
    List<String> instances = services.instances().lookup(versions.name(), unmatched.key());
    if (instances.isEmpty()) {
      lookAgain(unmatched, deadline.origin());
    } else if (isFirst(deadline, unmatched.key())) {
      Delivery delivery = new Delivery(event, trees.event(event), deadline.origin());
      Map<String, List<Delivery>> byInstance = new TreeMap<>();
      instances.forEach(instance -> byInstance.put(instance, List.of(delivery)));
      inboxes.bring(byInstance);
    } else {
      put(unmatched, deadline.origin(), BEHIND);
    }
  }

  private void lookAgain(Unmatched unmatched, Origin origin) {
    int looks = unmatched.looks() + 1;
    if (looks < PAUSES.size()) {
      put(new Unmatched(unmatched.key(), unmatched.event(), looks), origin, PAUSES.get(looks));
    }
  }

  /** One that another node brings just now counts, too. */
  private boolean isFirst(Deadline deadline, CorrelationKey key) {
    return kept(key).stream().allMatch(other -> other.key().compareTo(deadline.key()) >= 0);
  }

  /** It cannot be read here, or not now. */
  @Override
  public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
    return deadline.attempts() + 1 < PAUSES.size()
        ? new AfterFailure.TryAgain(now.plus(PAUSES.get(deadline.attempts())))
        : new AfterFailure.GiveUp();
  }

  @Override
  public int threads() {
    return 1;
  }
}
