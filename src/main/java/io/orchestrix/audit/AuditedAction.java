package io.orchestrix.audit;

import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.unitofwork.UnitOfWork;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An administrative action that has begun. Whatever fails leaves unchanged, and is written down
 * after the rollback, as far as the database is there; but not a conflict inside of a command, saga
 * or deadline, which tries again. Used by one thread.
 */
public final class AuditedAction {

  private final @Nullable Recording recording;
  private final @Nullable Audited audited;

  private final @Nullable UnitOfWork unitOfWork;

  /** Without a recording nothing is written. */
  AuditedAction(
      @Nullable Recording recording, @Nullable Audited audited, @Nullable UnitOfWork unitOfWork) {
    this.recording = recording;
    this.audited = audited;
    this.unitOfWork = unitOfWork;
  }

  /** Does it in one unit of work with its entry: that of the thread, or else one of its own. */
  public <T> T inTransaction(Supplier<T> work) {
    UnitOfWork own = unitOfWork;
    return failing(() -> own == null ? doing(work) : own.get(() -> doing(work)));
  }

  /** Like {@link #inTransaction} for work that answers nothing. */
  public void runInTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T doing(Supplier<T> work) {
    T value = work.get();
    done();
    return value;
  }

  /**
   * Does what takes several transactions. The entry follows in one of its own: if the node dies in
   * between, it is missing.
   */
  public void inSteps(Runnable work) {
    failing(
        () -> {
          work.run();
          return true;
        });
    if (recording != null) {
      recording.doneBefore(audited());
    }
  }

  /** Does what calls {@link #done} or {@link #repeated} itself, in the transaction that counts. */
  public <T> T failing(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      if (recording != null) {
        recording.failed(audited(), e);
      }
      throw e;
    }
  }

  /** It was done in the unit of work of the thread, so its entry is written there. */
  public void done() {
    write(Outcome.SUCCEEDED);
  }

  /** It had been done before, and changed nothing now. */
  public void repeated() {
    write(Outcome.REPEATED);
  }

  private void write(Outcome outcome) {
    if (recording != null) {
      recording.done(audited(), outcome, null);
    }
  }

  private Audited audited() {
    return Objects.requireNonNull(audited);
  }
}
