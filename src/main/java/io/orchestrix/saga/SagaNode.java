package io.orchestrix.saga;

import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.subscription.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a node does for the sagas of the application by itself. Thread-safe. */
public final class SagaNode {

  private final Collection<SagaVersions> sagas;
  private final SagaServices services;
  private final SagaSubscriptions subscriptions;
  private final Endings endings;
  private volatile boolean hasEnded;

  SagaNode(
      Collection<SagaVersions> sagas,
      SagaServices services,
      SagaSubscriptions subscriptions,
      Endings endings) {
    this.sagas = sagas;
    this.services = services;
    this.subscriptions = subscriptions;
    this.endings = endings;
  }

  /**
   * What brings events to instances; asked for at each beat of the node, which looks after those
   * who wait for instances as well.
   */
  public Collection<Subscription> subscriptions() {
    if (!hasEnded) {
      endings.beat();
    }
    return subscriptions.get();
  }

  /** What brings instances on: a handler for each version of each saga. */
  public List<DeadlineHandler> handlers() {
    return sagas.stream().flatMap(this::handlers).toList();
  }

  private Stream<DeadlineHandler> handlers(SagaVersions saga) {
    SagaTurns turns = new SagaTurns(saga, services, endings::changed);
    Stream<DeadlineHandler> versions =
        saga.known().stream()
            .map(version -> new SagaHandler(turns, version, services.settings().threads()));
    return saga.usesFurtherKeys()
        ? Stream.concat(versions, Stream.of(new UnmatchedEvents(saga, services)))
        : versions;
  }

  /**
   * Ends a check that is under way, and lets go of all who wait for instances ({@code ORX-3709}).
   */
  public void end() {
    hasEnded = true;
    endings.end();
  }

  boolean hasEnded() {
    return hasEnded;
  }
}
