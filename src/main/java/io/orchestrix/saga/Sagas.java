package io.orchestrix.saga;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.deadline.DeadlineHandler;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Origin;
import io.orchestrix.saga.SagaJournal.Loaded;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.unitofwork.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  private static final int MOST_INCOMPATIBLE = 1_000;

  private final Map<String, SagaVersions> byName = new LinkedHashMap<>();
  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;
  private final Endings endings;
  private final Operating operating;
  private final SagaSubscriptions subscriptions;

  /**
   * @throws InvalidSagaException if two definitions have one name and version
   */
  public Sagas(
      Collection<? extends SagaDefinition<?>> definitions,
      SagaServices services,
      BackgroundThreads threads) {
    SagaVersions.byName(definitions).forEach(found -> byName.put(found.name(), found));
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.trees = new JsonTrees(services.codec(), services.format());
    this.endings = new Endings(this::find, threads);
    this.operating = new Operating(services);
    this.subscriptions = new SagaSubscriptions(byName.values(), services);
  }

  /** All that keeps definitions from being those of one application; empty if nothing. */
  public static List<InvalidSagaException> mistakes(
      Collection<? extends SagaDefinition<?>> definitions) {
    return SagaVersions.mistakes(definitions);
  }

  /**
   * Starts an instance by hand, in the transaction of the thread, or in one of its own. When that
   * is committed its steps are done, one after the other, on threads of the server. Starting it
   * again with an equal input changes nothing.
   *
   * @param key of the business, unique in the saga: 1 to 200 characters
   * @param input its first state
   * @throws SagaException if there is no such saga, it begins with something else, or there is an
   *     instance with this key and another input
   */
  public SagaId start(String saga, String key, Object input) {
    SagaDefinition<?> definition = versions(saga).newest();
    if (!definition.stateType().isInstance(input)) {
      throw SagaException.wrongInput(saga, definition.stateType(), input.getClass());
    }
    SagaId id = new SagaId(saga, key);
    Object first = trees.tree(input);
    try {
      services.unitOfWork().run(() -> startOnce(definition, id, first));
    } catch (ConflictException e) {
      if (services.unitOfWork().isActive()) {
        throw e; // only who began it can try again
      }
      services.unitOfWork().run(() -> startOnce(definition, id, first)); // somebody else has
    }
    return id;
  }

  /** Starts an instance by hand, with a random key. */
  public SagaId start(String saga, Object input) {
    return start(saga, UUID.randomUUID().toString(), input);
  }

  private void startOnce(SagaDefinition<?> definition, SagaId id, Object input) {
    Optional<Loaded> known = journal.load(id);
    if (known.isPresent()) {
      if (!input.equals(known.get().progress().input)) {
        throw SagaException.otherInput(id.saga(), id.key());
      }
      return;
    }
    Instant now = services.clock().instant();
    Origin origin = services.current().origin();
    journal.append(
        List.of(
            journal.append(
                id,
                AppendCondition.noStream(),
                List.of(Starting.entry(definition, id.key(), null, input, now)))));
    services.deadlines().put(List.of(SagaTurns.deadline(id, definition.version(), now, origin)));
    services.instances().save(List.of(Starting.row(definition, id.key(), now)));
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
    if (services.unitOfWork().isActive()) {
      throw SagaException.awaitedInside();
    }
    SagaInstance instance = await(start(saga, key, input), atMost);
    if (instance.status() != SagaStatus.COMPLETED) {
      throw SagaException.failed(saga, key, instance.status(), instance.reason());
    }
    Object answer = instance.result();
    return answer == null ? null : trees.value(answer, result);
  }

  /**
   * Waits until an instance has ended, or is quarantined.
   *
   * @throws SagaException if that takes longer than {@code atMost}
   */
  public SagaInstance await(SagaId id, Duration atMost) {
    CompletableFuture<SagaInstance> ending = endings.of(id);
    try {
      return ending.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw SagaException.stillRunning(id.saga(), id.key());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SagaException.stillRunning(id.saga(), id.key());
    } finally {
      endings.forget(id, ending);
    }
  }

  /** Completed when an instance has ended, or is quarantined; on a thread of the server. */
  public CompletionStage<SagaInstance> ending(SagaId id) {
    return endings.of(id);
  }

  /** How an instance stands; empty if there is none. */
  public Optional<SagaInstance> find(SagaId id) {
    return journal.load(id).map(loaded -> SagaInstance.of(loaded.progress()));
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

  /**
   * Decides about an instance.
   *
   * @param by who does
   * @param note why, for those who look later
   * @throws SagaException if there is no such instance, or it does not stand so that this can be
   *     done
   */
  public void operate(SagaId id, OperatorAction action, String by, String note) {
    operating.operate(versions(id.saga()), id, action, by, note);
  }

  /**
   * Says that there will be no instances of a version any more, so that nodes which do not know it
   * take events of the saga again.
   *
   * @throws SagaException if there are some that have not ended
   */
  public void retire(String saga, int version) {
    subscriptions.retire(saga, version);
  }

  /** Writes journals as JSON Lines, to be kept and to be run against other code. */
  public SagaHistory history() {
    return new SagaHistory(services);
  }

  /**
   * Looks at all running instances whether this code can continue them, and logs those that it
   * cannot; work for the background when the application has started.
   */
  public SagaCheck check() {
    return new SagaCheck(byName, services);
  }

  /**
   * Running instances that this code cannot continue, and why, the first 1,000 at most. It reads
   * all their journals.
   */
  public List<IncompatibleInstance> incompatible() {
    return check().first(MOST_INCOMPATIBLE);
  }

  /** The definitions, the newest version of each saga. */
  public List<SagaDefinition<?>> definitions() {
    return byName.values().stream().<SagaDefinition<?>>map(SagaVersions::newest).toList();
  }

  /** What brings events to instances; asked for at each beat of a node. */
  public Collection<Subscription> subscriptions() {
    return subscriptions.get();
  }

  /** What brings instances on. */
  public List<DeadlineHandler> handlers() {
    List<DeadlineHandler> handlers = new ArrayList<>();
    for (SagaVersions versions : byName.values()) {
      SagaTurns turns = new SagaTurns(versions, services, endings::changed);
      for (int version : versions.known()) {
        handlers.add(new SagaHandler(turns, version, services.settings().threads()));
      }
      if (versions.usesFurtherKeys()) {
        handlers.add(new UnmatchedEvents(versions, services));
      }
    }
    return handlers;
  }

  private SagaVersions versions(String saga) {
    SagaVersions found = byName.get(saga);
    if (found == null) {
      throw SagaException.noSaga(saga);
    }
    return Objects.requireNonNull(found);
  }
}
