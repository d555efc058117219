package io.orchestrix.saga;

import io.orchestrix.deadline.AfterFailure;
import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.message.Fingerprint;
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

  /** Keeps an event, in the unit of work of the thread. */
  void keep(CorrelationKey key, Delivery delivery) {
    services.deadlines().put(List.of(next(new Unmatched(key, delivery.event(), 0), delivery)));
  }

  private Deadline next(Unmatched unmatched, Delivery delivery) {
    return Deadline.of(
        new DeadlineKey(name(), prefix(unmatched.key()) + delivery.event().id()),
        services.clock().instant().plus(PAUSES.get(unmatched.looks())),
        services.codec().encode(unmatched),
        delivery.origin(),
        "");
  }

  private static String prefix(CorrelationKey key) {
    return new Fingerprint().add(key.name()).add(key.value()) + "/";
  }

  /** An instance has got keys: what was kept under them is due when that is committed. */
  void wake(Collection<CorrelationKey> keys, Instant now) {
    keys.forEach(key -> wake(key, now));
  }

  /** In the order of their ids, which is that of time. */
  private void wake(CorrelationKey key, Instant now) {
    String prefix = prefix(key);
    List<Deadline> kept =
        services.deadlines().page(name(), false, new DeadlineKey(name(), prefix), PAGE).stream()
            .filter(deadline -> deadline.key().value().startsWith(prefix))
            .toList();
    List<Deadline> due = new ArrayList<>();
    for (Deadline deadline : kept) {
      due.add(deadline.renewed(now.minus(kept.size() - due.size(), ChronoUnit.MICROS)));
    }
    services.deadlines().putWithoutWaiting(due);
  }

  @Override
  public String name() {
    return "saga-unmatched:" + versions.name();
  }

  @Override
  public void fire(Deadline deadline) {
    Unmatched unmatched = services.codec().decode(deadline.payload(), Unmatched.class);
    ReceivedEvent event = unmatched.event();
    Delivery delivery = new Delivery(event, trees.event(event), deadline.origin());
    List<String> instances =
        services
            .instances()
            .lookup(versions.name(), List.of(unmatched.key()))
            .getOrDefault(unmatched.key(), List.of());
    if (!instances.isEmpty()) {
      Map<String, List<Delivery>> byInstance = new TreeMap<>();
      instances.forEach(instance -> byInstance.put(instance, List.of(delivery)));
      inboxes.bring(byInstance);
    } else if (unmatched.looks() + 1 < PAUSES.size()) {
      Unmatched again = new Unmatched(unmatched.key(), event, unmatched.looks() + 1);
      services.deadlines().put(List.of(next(again, delivery)));
    }
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
