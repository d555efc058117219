package io.orchestrix.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.monitor.Activity.EventAppending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardedMonitorTest {

  @Test
  void a_monitor_that_fails_does_not_stop_the_work() {
    Monitor monitor =
        new GuardedMonitor(
            signal -> {
              throw new IllegalStateException("no room on the disk of the metrics");
            });

    assertThatCode(() -> monitor.on(new Signal.EventsAppended("note", 1)))
        .doesNotThrowAnyException();
  }

  /** Fails whatever it is asked. */
  private static final class Broken implements Monitor {
    @Override
    public void on(Signal signal) {
      throw new IllegalStateException("broken");
    }

    @Override
    public Observation begin(Activity activity) {
      throw new NoClassDefFoundError("broken");
    }

    @Override
    public @Nullable String traceparent(@Nullable String inherited) {
      throw new IllegalStateException("broken");
    }
  }

  /** Notes what it observes. */
  private record Noting(String name, List<String> notes) implements Monitor {
    @Override
    public void on(Signal signal) {
      notes.add(name + " " + signal.getClass().getSimpleName());
    }

    @Override
    public Observation begin(Activity activity) {
      notes.add(name + " begins");
      return failure -> notes.add(name + " ends" + (failure == null ? "" : " with " + failure));
    }

    @Override
    public String traceparent(@Nullable String inherited) {
      return name;
    }
  }

  private static final Activity APPENDING = new EventAppending("note", 1, null);

  private final List<String> notes = new ArrayList<>();

  @Test
  void a_monitor_that_cannot_observe_leaves_the_work_as_it_is() throws Exception {
    Monitor monitor = new GuardedMonitor(new Broken());

    assertThat(monitor.begin(APPENDING).around(() -> "done")).isEqualTo("done");
    assertThat(monitor.traceparent("inherited")).isEqualTo("inherited");
  }

  @Test
  void a_monitor_that_fails_at_the_end_leaves_the_answer_and_the_failure_as_they_are()
      throws Exception {
    Monitor monitor =
        new GuardedMonitor(
            new Monitor() {
              @Override
              public void on(Signal signal) {}

              @Override
              public Observation begin(Activity activity) {
                return failure -> {
                  throw new IllegalStateException("broken");
                };
              }
            });

    assertThat(monitor.begin(APPENDING).around(() -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                monitor
                    .begin(APPENDING)
                    .around(
                        () -> {
                          throw new IOException("disk");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  @Test
  void what_is_observed_ends_once() {
    Observation observation = new GuardedMonitor(new Noting("a", notes)).begin(APPENDING);

    observation.end(new IOException("disk"));
    observation.end(null);

    assertThat(notes).containsExactly("a begins", "a ends with java.io.IOException: disk");
  }

  @Test
  void several_monitors_are_told_whatever_one_of_them_does() {
    Monitor all =
        GuardedMonitor.of(
            new Noting("a", notes), Monitor.NONE, new Broken(), new Noting("b", notes));

    all.begin(APPENDING).get(() -> notes.add("work"));
    all.on(new Signal.EventsAppended("note", 1));

    assertThat(notes)
        .containsExactly(
            "a begins",
            "b begins",
            "work",
            "b ends",
            "a ends",
            "a EventsAppended",
            "b EventsAppended");
    assertThat(all.traceparent(null)).isEqualTo("b");
  }

  @Test
  void where_nobody_listens_nothing_is_made() {
    assertThat(GuardedMonitor.of(Monitor.NONE).begin(APPENDING)).isSameAs(Observation.NONE);
    assertThat(GuardedMonitor.of().traceparent("inherited")).isEqualTo("inherited");
  }
}
