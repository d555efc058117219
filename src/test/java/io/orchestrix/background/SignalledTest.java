package io.orchestrix.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalledTest {

  /** Threads that a test lets run. */
  private static final class Waiting implements BackgroundThreads {
    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();
    private @Nullable RuntimeException refusal;

    @Override
    public void execute(Runnable work) {
      if (refusal != null) {
        throw refusal;
      }
      soon.add(work);
    }

    @Override
    public void schedule(Runnable work, Duration delay) {
      if (refusal != null) {
        throw refusal;
      }
      later.add(work);
    }

    void run() {
      while (!soon.isEmpty()) {
        soon.remove().run();
      }
    }
  }

  private final Waiting threads = new Waiting();
  private final AtomicInteger done = new AtomicInteger();
  private final Signalled signalled = new Signalled(done::incrementAndGet, threads);

  @Test
  void many_signals_before_it_begins_are_one() {
    signalled.signal();
    signalled.signal();
    threads.run();

    assertThat(done).hasValue(1);
  }

  @Test
  void a_signal_while_it_is_done_leads_to_doing_it_once_more() {
    List<Signalled> self = new ArrayList<>();
    self.add(
        new Signalled(
            () -> {
              if (done.incrementAndGet() == 1) {
                self.get(0).signal();
              }
            },
            threads));
    self.get(0).signal();
    threads.run();

    assertThat(done).hasValue(2);
  }

  @Test
  void a_thread_that_is_refused_is_asked_for_again() {
    for (RuntimeException refusal :
        List.of(new RejectedExecutionException(), new IllegalStateException("stopping"))) {
      threads.refusal = refusal;
      signalled.signal();
      threads.refusal = null;
      int before = done.get();
      signalled.signal();
      threads.run();

      assertThat(done).hasValue(before + 1);
    }
  }

  @Test
  void a_thread_that_never_began_is_asked_for_again_by_who_insists() {
    signalled.signal();
    threads.soon.clear();
    signalled.signal();
    assertThat(threads.soon).isEmpty();

    signalled.insist();
    signalled.insist();
    threads.run();

    assertThat(done).hasValue(1);
  }

  @Test
  void of_several_signals_that_come_later_only_the_first_comes() {
    for (int i = 0; i < 100; i++) {
      signalled.signalIn(Duration.ofMinutes(1).minusNanos(i * 5_000L));
    }
    assertThat(threads.later).hasSize(1);

    signalled.signalIn(Duration.ofSeconds(1));
    threads.later.get(1).run();
    threads.run();
    threads.later.get(0).run();
    threads.run();

    assertThat(done).hasValue(1);
  }

  @Test
  void a_later_signal_that_is_refused_keeps_no_other_away() {
    threads.refusal = new IllegalStateException("stopping");
    signalled.signalIn(Duration.ofMinutes(1));
    threads.refusal = null;

    signalled.signalIn(Duration.ofMinutes(2));
    threads.later.get(0).run();
    threads.run();

    assertThat(done).hasValue(1);
  }
}
