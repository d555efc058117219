package io.orchestrix.saga;

import io.orchestrix.audit.AuditedAction;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.eventstore.RecordedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sagas of the application: starts instances, tells how they stand, and lets operators decide
 * about those that cannot go on. Inject it. Thread-safe.
 *
 * <pre>{@code
 * SagaId id = sagas.start("order", "ORD-1", new Order("ORD-1", "SKU-7", card));
 * SagaInstance instance = sagas.await(id, Duration.ofSeconds(10));
 * }</pre>
 */
public final class Sagas {

  private final Map<String, SagaVersions> byName = new LinkedHashMap<>();
  private final SagaServices services;
  private final SagaJournal journal;
  private final StartByHand starting;
  private final Awaiting awaiting;
  private final Operating operating;
  private final SagaSubscriptions subscriptions;
  private final SagaNode node;

  /**
   * @throws InvalidSagaException if two definitions have one name and version
   */
  public Sagas(
      Collection<? extends SagaDefinition<?>> definitions,
      SagaServices services,
      BackgroundThreads threads) {
    SagaVersions.byName(definitions).forEach(found -> byName.put(found.name(), found));
    JsonTrees trees = new JsonTrees(services.codec(), services.format());
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.starting = new StartByHand(services, journal, trees);
    this.awaiting = new Awaiting(services, trees, this::find, threads);
    this.operating = new Operating(services);
    this.subscriptions = new SagaSubscriptions(byName.values(), services);
    this.node = new SagaNode(byName.values(), services, subscriptions, awaiting.endings());
  }

  /**
   * Starts an instance by hand, in the transaction of the thread, or in one of its own. When that
   * is committed its steps are done, one after the other, on threads of the server. Starting it
   * again with an equal input changes nothing.
   *
   * @param key of the business, unique in the saga: 1 to 200 characters
   * @param input its first state
   * @throws SagaException if there is no such saga, it begins with something else, there is an
   *     instance with this key and another input, or its version was retired while this node runs
   */
  public SagaId start(String saga, String key, Object input) {
    AuditedAction audited = services.audit().begin("saga.start", saga + "/" + key, "");
    return audited.failing(() -> start(saga, key, input, audited));
  }

  private SagaId start(String saga, String key, Object input, AuditedAction audited) {
    SagaDefinition<?> definition = versions(saga).newest();
    subscriptions.requireCurrent(definition);
    SagaId id = new SagaId(saga, key);
    starting.start(definition, id, input, audited);
    return id;
  }

  /** Starts an instance by hand, with a random key. */
  public SagaId start(String saga, Object input) {
    return start(saga, UUID.randomUUID().toString(), input);
  }

  /**
   * Starts an instance and waits for its end.
   *
   * @param result of what type the result of the last step is
   * @return that result; {@code null} if there is none
   * @throws SagaException if it was taken back or is quarantined, or has not ended in time, when it
   *     goes on; or within a transaction, as it begins only after that
   */
  public <R> @Nullable R execute(
      String saga, String key, Object input, Class<R> result, Duration atMost) {
    awaiting.requireNoTransaction(); // before it is started
    return awaiting.result(start(saga, key, input), result, atMost);
  }

  /**
   * Waits until an instance has ended, or is quarantined; also for its beginning.
   *
   * @throws SagaException if that takes longer than {@code atMost}; or within a transaction, as
   *     what is started there begins only after that
   * @throws RuntimeException if it has ended, but its journal cannot be read
   */
  public SagaInstance await(SagaId id, Duration atMost) {
    return awaiting.await(id, atMost);
  }

  /**
   * Completed when an instance has ended, or is quarantined. Within a transaction it may be one
   * that is started there; otherwise it has begun, be it by another node. It fails with a {@link
   * SagaException} if there is none, or if the application ends before it does. It waits as long as
   * that takes: bound it by {@code toCompletableFuture().orTimeout(...)}.
   *
   * <p>It is completed on a thread of the server, without a transaction, and what follows it runs
   * there, unless it is added later.
   */
  public CompletionStage<SagaInstance> ending(SagaId id) {
    return awaiting.ending(id);
  }

  /** How an instance stands; empty if there is none. */
  public Optional<SagaInstance> find(SagaId id) {
    return journal.load(id).map(loaded -> SagaInstance.of(loaded.progress()));
  }

  /**
   * How an instance stands.
   *
   * @throws SagaException if there is none
   */
  public SagaInstance get(SagaId id) {
    return find(id).orElseThrow(() -> SagaException.noInstance(id.saga(), id.key()));
  }

  /** The journal of an instance, the oldest entry first; to be closed. */
  public Stream<RecordedEvent> journal(SagaId id) {
    return services.events().read(id.journal());
  }

  /**
   * Instances in the order of their ids.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many at most
   */
  public List<SagaRow> page(SagaQuery query, @Nullable SagaId after, int atMost) {
    return services.instances().page(query, after, atMost);
  }

  /** How many instances there are of each saga, version and status. */
  public List<SagaCount> counts() {
    return services.instances().counts();
  }

  /** The same without those that have ended: however many these are, they cost nothing. */
  public List<SagaCount> openCounts() {
    return services.instances().openCounts();
  }

  /**
   * Decides about an instance.
   *
   * @param by who does
   * @param note why, for those who look later
   * @throws SagaException if there is no such instance, or it does not stand so that this can be
   *     done
   */
  public void operate(SagaId id, OperatorAction action, String by, String note) {
    operating.operate(() -> versions(id.saga()), id, action, by, note);
  }

  /**
   * Says that there will be no instances of a version any more, so that nodes which do not know it
   * take events of the saga again. A node that still begins instances with it takes no events any
   * more; one that is started with it says that there are some again.
   *
   * @throws SagaException if there are some that have not ended, or this node would begin more
   */
  public void retire(String saga, int version) {
    services
        .audit()
        .begin("saga.retire", saga + " version " + version, "")
        .runInTransaction(() -> subscriptions.retire(versions(saga), version));
  }

  /** Writes journals as JSON Lines, to be kept and to be run against other code. */
  public SagaHistory history() {
    return new SagaHistory(services);
  }

  /**
   * Looks at all running instances whether this code can continue them, and logs those that it
   * cannot; work for the background when the application has started, which ends with it.
   */
  public SagaCheck check() {
    return new SagaCheck(byName, services, node::hasEnded);
  }

  /**
   * Running instances that this code cannot continue, and why, the first 1,000 at most. It reads
   * all their journals.
   */
  public List<IncompatibleInstance> incompatible() {
    return check().first(SagaCheck.MOST);
  }

  /** The definitions, the newest version of each saga. */
  public List<SagaDefinition<?>> definitions() {
    return byName.values().stream().<SagaDefinition<?>>map(SagaVersions::newest).toList();
  }

  /**
   * The newest version of a saga: what new instances follow.
   *
   * @throws SagaException if there is no such saga
   */
  public SagaDefinition<?> definition(String saga) {
    return versions(saga).newest();
  }

  /** What the instances of a version follow now; empty if nothing does. */
  public Optional<SagaDefinition<?>> definition(String saga, int version) {
    return Optional.ofNullable(byName.get(saga)).flatMap(found -> found.of(version));
  }

  /** What the node of this process does for them. */
  public SagaNode node() {
    return node;
  }

  private SagaVersions versions(String saga) {
    return Optional.ofNullable(byName.get(saga)).orElseThrow(() -> SagaException.noSaga(saga));
  }
}
