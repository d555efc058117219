package io.orchestrix.deadline;

import io.orchestrix.background.Hesitation;
import io.orchestrix.background.Signalled;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Fires what is due of one handler, one transaction at a time. Thread-safe. */
final class Lane {

  private final String name;
  private final Firing firing;
  private final Runnable more;
  private final Runnable none;
  private final BooleanSupplier isOver;
  private final Signalled working;
  private final Hesitation hesitation = new Hesitation();

  /**
   * @param more is called when there may be more than this one can take
   * @param none is called when nothing is due
   */
  Lane(
      DeadlineHandler handler,
      DeadlineServices services,
      Runnable more,
      Runnable none,
      BooleanSupplier isOver) {
    this.name = handler.name();
    this.firing = new Firing(handler, services, isOver);
    this.more = more;
    this.none = none;
    this.isOver = isOver;
    this.working = new Signalled(this::work, services.threads());
  }

  void signal() {
    working.signal();
  }

  void insist() {
    working.insist();
  }

  void signalIn(Duration delay) {
    working.signalIn(delay);
  }

  private void work() {
    if (isOver.getAsBoolean()) {
      return;
    }
    try {
      if (firing.step()) {
        more.run();
        working.signal();
      } else {
        none.run();
      }
      hesitation.reset();
    } catch (RuntimeException | Error e) {
      working.signalIn(hesitation.after(e, "handler of deadlines " + name));
    }
  }
}
