package io.orchestrix.unitofwork.jta;

import io.orchestrix.unitofwork.UnitOfWork.End;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What follows the end of a transaction, in the order in which it was asked for. Thread-safe: a
 * time-out ends a transaction on another thread.
 *
 * <p>Servers call synchronizations in the order of their registration, or the other way round. So
 * that nobody who was told of the commit comes before it, such as an observer {@code AFTER_SUCCESS}
 * that reads or stores something, this is registered each time, and all of it is done at once by
 * whichever registration comes first.
 */
final class Ending implements Synchronization {

  private static final Logger LOG = System.getLogger(Ending.class.getName());

  /** The key under which a transaction remembers its own. */
  private static final Object KEY = Ending.class.getName();

  private final List<Consumer<End>> following = new ArrayList<>(2);
  private boolean hasEnded;

  private Ending() {}

  /**
   * Does {@code work} when the transaction of this thread has ended.
   *
   * @throws IllegalStateException if there is none
   */
  static void isFollowedBy(Consumer<End> work, TransactionSynchronizationRegistry registry) {
    Ending ending = (Ending) registry.getResource(KEY);
    if (ending == null) {
      ending = new Ending();
      registry.putResource(KEY, ending);
    }
    registry.registerInterposedSynchronization(ending);
    ending.add(work);
  }

  /** Puts what follows before those who were registered meanwhile, as far as there is something. */
  static void comesFirst(TransactionSynchronizationRegistry registry) {
    if (registry.getTransactionStatus() == Status.STATUS_ACTIVE
        && registry.getResource(KEY) instanceof Ending ending) {
      registry.registerInterposedSynchronization(ending);
    }
  }

  private synchronized void add(Consumer<End> work) {
    if (hasEnded) {
      throw new IllegalStateException("The transaction has ended meanwhile.");
    }
    following.add(work);
  }

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    End end = status == Status.STATUS_COMMITTED ? End.COMMITTED : End.NOT_COMMITTED;
    drain().forEach(work -> tell(work, end));
  }

  private synchronized List<Consumer<End>> drain() {
    hasEnded = true;
    List<Consumer<End>> all = List.copyOf(following);
    following.clear();
    return all;
  }

  /** What it throws comes too late for anybody to undo anything. */
  private static void tell(Consumer<End> work, End end) {
    try {
      work.accept(end);
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.ERROR,
          "ORX-2005 What was to follow a transaction failed; the rest of it went on.",
          e);
    }
  }
}
