package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells what work on this thread has stored, so that a reader can wait for it. Inject it.
 * Thread-safe.
 *
 * <pre>{@code
 * Positioned<Void> sent = positions.call(() -> commands.send(new Deposit("ACC-1", amount)));
 * sent.position().ifPresent(position -> projections.await("balances", position, A_SECOND));
 * }</pre>
 *
 * <p>What other threads store on behalf of the work is not seen.
 */
public final class Positions implements EventPublisher {

  private final UnitOfWork unitOfWork;

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application
  private final ThreadLocal<@Nullable Noted> noted = new ThreadLocal<>();

  public Positions(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  private static final class Noted {
    private final @Nullable Noted outer;
    private volatile @Nullable GlobalPosition last;
    private int appended;

    Noted(@Nullable Noted outer) {
      this.outer = outer;
    }

    void count(int events) {
      appended += events;
      if (outer != null) {
        outer.count(events);
      }
    }

    synchronized void note(GlobalPosition position) {
      GlobalPosition before = last;
      last = before == null || before.compareTo(position) < 0 ? position : before;
      if (outer != null) {
        outer.note(position);
      }
    }
  }

  /**
   * Does work, and tells what it has stored.
   *
   * @throws Exception what the work throws
   */
  public <T extends @Nullable Object> Positioned<T> call(Callable<T> work) throws Exception {
    Noted outer = noted.get();
    noted.set(new Noted(outer));
    try {
      T answer = work.call();
      return new Positioned<>(answer, end());
    } finally {
      restore(outer);
    }
  }

  /**
   * Does work, and tells how many events it has appended, and not only found stored already. A
   * transaction that goes on may still undo that.
   */
  public int count(Runnable work) {
    Noted outer = noted.get();
    Noted own = new Noted(outer);
    noted.set(own);
    try {
      work.run();
      return own.appended;
    } finally {
      restore(outer);
    }
  }

  /** Notes from now on what this thread stores; what was noted before is forgotten. */
  public void begin() {
    noted.set(new Noted(null));
  }

  /** Ends noting; the last position that was committed since it began, empty if there is none. */
  public Optional<GlobalPosition> end() {
    Noted own = noted.get();
    noted.remove();
    return own == null ? Optional.empty() : Optional.ofNullable(own.last);
  }

  private void restore(@Nullable Noted outer) {
    if (outer == null) {
      noted.remove();
    } else {
      noted.set(outer);
    }
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    Noted own = noted.get();
    if (own != null) {
      own.count(appended.size());
      GlobalPosition last = appended.get(appended.size() - 1).position();
      unitOfWork.afterEnd(
          end -> {
            if (end == End.COMMITTED) {
              own.note(last);
            }
          });
    }
  }
}
