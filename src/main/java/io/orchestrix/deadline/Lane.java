package io.orchestrix.deadline;

import io.orchestrix.background.Hesitation;
import io.orchestrix.background.Signalled;
import java.util.function.BooleanSupplier;

/** Fires what is due of one handler, one transaction at a time. Thread-safe. */
final class Lane {

  private final String name;
  private final Firing firing;
  private final Runnable none;
  private final BooleanSupplier isOver;
  private final Signalled working;
  private final Hesitation hesitation = new Hesitation();
  private volatile boolean isAtWork;

  /**
   * @param claimed is called when this one has something to fire, before it does
   * @param none is called when nothing is due
   */
  Lane(
      DeadlineHandler handler,
      DeadlineServices services,
      Runnable claimed,
      Runnable none,
      BooleanSupplier isOver) {
    this.name = handler.name();
    this.firing = new Firing(handler, services, claimed);
    this.none = none;
    this.isOver = isOver;
    this.working = new Signalled(this::work, services.threads());
  }

  void insist() {
    working.insist();
  }

  /** Whether it would look for more only when it is done with what it has. */
  boolean isAtWork() {
    return isAtWork;
  }

  private void work() {
    if (isOver.getAsBoolean()) {
      return;
    }
    isAtWork = true;
    try {
      if (firing.step()) {
        working.signal();
      } else {
        none.run();
      }
      hesitation.reset();
    } catch (RuntimeException | Error e) {
      working.signalIn(hesitation.after(e, "handler of deadlines " + name));
    } finally {
      isAtWork = false;
    }
  }
}
