package io.orchestrix.unitofwork;

import io.orchestrix.unitofwork.UnitOfWork.End;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Lets one unit of work after the other write, in the order in which they come. A unit of work has
 * the turn from its first write to its end, however it ends, and on whatever thread. Thread-safe.
 */
public final class Turn {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Object NOBODY = new Object();

  private final UnitOfWork unitOfWork;
  private final Consumer<End> atEnd;
  private final Duration longestWait;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile Object holder = NOBODY;

  /**
   * A turn that nobody has.
   *
   * @param atEnd ends what was written, before the next one has the turn
   */
  public Turn(UnitOfWork unitOfWork, Consumer<End> atEnd) {
    this(unitOfWork, atEnd, LONGEST_WAIT);
  }

  Turn(UnitOfWork unitOfWork, Consumer<End> atEnd, Duration longestWait) {
    this.unitOfWork = unitOfWork;
    this.atEnd = atEnd;
    this.longestWait = longestWait;
  }

  /** Whether the unit of work of this thread has the turn. */
  public boolean isMine() {
    return unitOfWork.isActive() && holder.equals(unitOfWork.key());
  }

  /**
   * Waits for the turn, unless the unit of work of this thread has it.
   *
   * @throws ConflictException if it does not come in time
   */
  public void take() {
    Object key = unitOfWork.key();
    if (holder.equals(key)) {
      return;
    }
    await();
    holder = key;
    try {
      unitOfWork.afterEnd(this::passOn);
    } catch (RuntimeException | Error e) {
      passOn(End.NOT_COMMITTED);
      throw e;
    }
  }

  /** From the first line on nobody writes any more, be it that a time-out ends it meanwhile. */
  private void passOn(End end) {
    holder = NOBODY;
    try {
      atEnd.accept(end);
    } finally {
      turn.release();
    }
  }

  private void await() {
    try {
      if (!turn.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ConflictException(
            new TimeoutException(
                "Another unit of work has written for longer than %s.".formatted(longestWait)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException(e);
    }
  }
}
