package io.orchestrix.saga;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.BatchLimit;
import io.orchestrix.subscription.Bound;
import io.orchestrix.subscription.FailurePolicy;
import io.orchestrix.subscription.Sequencing;
import io.orchestrix.subscription.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The subscriptions that bring events to instances. A node that does not know a version of which
 * there may be instances has none for that saga, as it would pass events that only that version
 * takes. It says once, when it has started, which version its new instances follow; when that is
 * retired while it runs, it has none either. Thread-safe.
 */
final class SagaSubscriptions implements Supplier<Collection<Subscription>> {

  private static final Logger LOG = System.getLogger(SagaSubscriptions.class.getName());

  private static final BatchLimit BATCH = new BatchLimit(200, Duration.ofSeconds(1));

  private final Collection<SagaVersions> sagas;
  private final SagaServices services;
  private final Map<String, Subscription> made = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Set<String> retired = ConcurrentHashMap.newKeySet();
  private final Map<String, String> standing = new ConcurrentHashMap<>();

  SagaSubscriptions(Collection<SagaVersions> sagas, SagaServices services) {
    this.sagas = sagas;
    this.services = services;
  }

  static String name(String saga) {
    return "saga:" + saga;
  }

  @Override
  public Collection<Subscription> get() {
    return sagas.stream()
        .filter(SagaVersions::isEventDriven)
        .filter(this::takesEvents)
        .map(saga -> made.computeIfAbsent(saga.name(), name -> subscription(saga)))
        .toList();
  }

  private boolean takesEvents(SagaVersions saga) {
    Set<Integer> unknown = new HashSet<>(services.instances().versions(saga.name()));
    int newest = saga.newest().version();
    if (!unknown.contains(newest) && registered.contains(saga.name())) {
      retired.add(saga.name());
      warn(saga, String.valueOf(SagaException.retired(saga.name(), newest).getMessage()));
      return false;
    }
    if (!registered.contains(saga.name())) {
      if (!unknown.contains(newest)) {
        services.unitOfWork().run(() -> register(saga));
      }
      registered.add(saga.name());
    }
    retired.remove(saga.name());
    unknown.removeAll(saga.known());
    if (unknown.isEmpty()) {
      standing.remove(saga.name());
      return true;
    }
    warn(
        saga,
        "ORX-3741 This node takes no events for the saga %s: there may be instances of version %s, which it does not know. Deploy that version, or retire it when there are none."
            .formatted(saga.name(), unknown));
    return false;
  }

  /** Ends all claims, so that nodes which do not know the version get none any more. */
  private void register(SagaVersions saga) {
    services.segments().pause(name(saga.name()));
    services.instances().register(saga.name(), saga.newest().version());
    services.segments().resume(name(saga.name()));
  }

  private void warn(SagaVersions saga, String why) {
    if (!why.equals(standing.put(saga.name(), why))) {
      LOG.log(Level.ERROR, why);
    }
  }

  /**
   * @throws SagaException if new instances would follow a version that was retired
   */
  void requireCurrent(SagaDefinition<?> newest) {
    if (retired.contains(newest.name())) {
      throw SagaException.retired(newest.name(), newest.version());
    }
  }

  /** A saga that is new begins with what happens from now on, and not with old events. */
  private Subscription subscription(SagaVersions saga) {
    GlobalPosition now = services.events().watermark().position();
    return new Subscription(
        name(saga.name()),
        new SagaEvents(
            saga,
            services,
            new FailurePolicy(services.settings().steps(), AfterFailure.DEAD_LETTER)),
        Sequencing.BY_STREAM,
        1,
        BATCH,
        now,
        GlobalPosition.START,
        Bound.NONE);
  }

  void retire(SagaVersions versions, int version) {
    String saga = versions.name();
    if (versions.newest().version() == version) {
      throw SagaException.stillBegun(saga, version);
    }
    long running =
        services.instances().counts().stream()
            .filter(count -> count.saga().equals(saga) && count.version() == version)
            .filter(count -> !count.status().isEnded())
            .mapToLong(SagaCount::count)
            .sum();
    if (running > 0) {
      throw SagaException.stillFollowed(saga, version, running);
    }
    services.instances().retire(saga, version);
  }
}
