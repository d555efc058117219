package io.orchestrix.audit;

import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes on each thread what its commands store, before it is committed. Thread-safe. */
public final class LastPosition implements EventPublisher {

  @SuppressWarnings("ThreadLocalUsage") // one instance in an application, and one for each test
  private final ThreadLocal<@Nullable Noting> open = new ThreadLocal<>();

  /** What is noted until it is closed; whoever began to note before is told, too. */
  public final class Noting implements AutoCloseable {

    private final @Nullable Noting outer;
    private @Nullable GlobalPosition last;

    private Noting(@Nullable Noting outer) {
      this.outer = outer;
    }

    /** The last position that was stored since; {@code null} if nothing was. */
    public @Nullable GlobalPosition last() {
      return last;
    }

    private void note(GlobalPosition position) {
      last = last == null || last.compareTo(position) < 0 ? position : last;
      if (outer != null) {
        outer.note(position);
      }
    }

    @Override
    public void close() {
      if (outer == null) {
        open.remove();
      } else {
        open.set(outer);
      }
    }
  }

  /** Notes from now on what this thread stores. */
  public Noting begin() {
    Noting begun = new Noting(open.get());
    open.set(begun);
    return begun;
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    Noting noting = open.get();
    if (noting != null) {
      noting.note(appended.get(appended.size() - 1).position());
    }
  }
}
