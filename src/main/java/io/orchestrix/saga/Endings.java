package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.background.Signalled;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells who waits for instances that they have ended, or are quarantined: at once if this node has
 * brought them there, a moment later if it was another one. Of those that go on it reads no
 * journal. Thread-safe.
 */
final class Endings {

  private static final Logger LOG = System.getLogger(Endings.class.getName());

  private static final Duration POLL = Duration.ofMillis(250);

  /** A server writes about each failed attempt, so there are few of them. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final SagaStore instances;
  private final Function<SagaId, Optional<SagaInstance>> find;
  private final BackgroundThreads threads;
  private final Waiters waiters = new Waiters();

  /** Those to look at now: this node has changed them, or somebody begins to wait. */
  private final Set<SagaId> changed = ConcurrentHashMap.newKeySet();

  private final Signalled looking;

  /** Looks at all, as other nodes may have changed them. */
  private final Signalled polling;

  private volatile boolean hasEnded;

  /**
   * @param find reads a journal
   */
  Endings(
      SagaStore instances,
      Function<SagaId, Optional<SagaInstance>> find,
      BackgroundThreads threads) {
    this.instances = instances;
    this.find = find;
    this.threads = threads;
    this.looking = new Signalled(this::lookAtChanged, threads);
    this.polling = new Signalled(this::poll, threads);
  }

  /** Somebody waits, until he is told, gives his future up, or is forgotten. */
  void add(SagaId id, Waiter waiter) {
    waiters.add(id, waiter);
    if (hasEnded) {
      end();
    } else {
      changed(id);
    }
  }

  /** Somebody does not wait any longer. */
  void forget(SagaId id, Waiter waiter) {
    waiters.remove(id, waiter);
  }

  /** How many instances are awaited. */
  int awaited() {
    return waiters.instances().size();
  }

  /** An instance stands otherwise. */
  void changed(SagaId id) {
    if (waiters.isAwaited(id)) {
      changed.add(id);
      looking.signal();
    }
  }

  /** Looks at all if anybody waits: perhaps no thread was to be had when it was time to. */
  void beat() {
    if (awaited() > 0) {
      polling.insist();
    }
  }

  /** Lets go of all who wait. */
  void end() {
    hasEnded = true;
    for (SagaId id : waiters.instances()) {
      SagaException failure = SagaException.stillRunning(id.saga(), id.key());
      waiters.take(id).forEach(waiter -> waiter.ending().completeExceptionally(failure));
    }
  }

  private void lookAtChanged() {
    Map<SagaId, Set<Waiter>> now = new HashMap<>();
    for (SagaId id : Set.copyOf(changed)) {
      changed.remove(id);
      now.put(id, waiters.of(id));
    }
    look(now);
  }

  private void poll() {
    look(waiters.all());
  }

  private void look(Map<SagaId, Set<Waiter>> now) {
    Duration pause = POLL;
    try {
      now.keySet().stream()
          .collect(
              Collectors.groupingBy(
                  SagaId::saga, Collectors.mapping(SagaId::key, Collectors.toSet())))
          .forEach((saga, keys) -> look(saga, keys, now));
    } catch (RuntimeException e) { // the database is away; perhaps it is back next time
      LOG.log(Level.DEBUG, "Cannot see how instances of sagas stand.", e);
      pause = AFTER_FAILURE;
    }
    if (awaited() > 0 && !hasEnded) {
      polling.signalIn(pause);
    }
  }

  private void look(String saga, Set<String> keys, Map<SagaId, Set<Waiter>> now) {
    Map<SagaId, SagaRow> rows =
        instances.find(saga, keys).stream().collect(Collectors.toMap(SagaRow::id, row -> row));
    for (String key : keys) {
      SagaId id = new SagaId(saga, key);
      SagaRow row = rows.get(id);
      if (row == null) {
        now.getOrDefault(id, Set.of()).stream()
            .filter(waiter -> !waiter.isPatient())
            .filter(waiter -> waiters.remove(id, waiter))
            .forEach(waiter -> fail(waiter, SagaException.noInstance(saga, key)));
      } else if (isOver(row.status())) {
        ended(id);
      }
    }
  }

  private static boolean isOver(SagaStatus status) {
    return status.isEnded() || status == SagaStatus.QUARANTINED;
  }

  private void ended(SagaId id) {
    Optional<SagaInstance> found;
    try {
      found = find.apply(id).filter(instance -> isOver(instance.status()));
    } catch (RuntimeException e) {
      if (e instanceof OrchestrixException known
          && known.kind() != OrchestrixException.Kind.FAULT) {
        throw e; // the database is away, which says nothing about the instance
      }
      waiters.take(id).forEach(waiter -> fail(waiter, e)); // its journal cannot be read
      return;
    }
    found.ifPresent(
        instance ->
            waiters.take(id).forEach(waiter -> tell(() -> waiter.ending().complete(instance))));
  }

  private void fail(Waiter waiter, RuntimeException failure) {
    tell(() -> waiter.ending().completeExceptionally(failure));
  }

  /** On another thread: who does something then does not keep others waiting. */
  private void tell(Runnable work) {
    try {
      threads.execute(work);
    } catch (RuntimeException e) { // servers refuse in more than one way
      work.run();
    }
  }
}
