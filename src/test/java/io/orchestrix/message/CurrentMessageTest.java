package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentMessageTest {

  private final CurrentMessage current = new CurrentMessage();
  private final Origin outer = new Origin(UUID.randomUUID(), UUID.randomUUID(), null);
  private final Origin inner = new Origin(UUID.randomUUID(), UUID.randomUUID(), null);

  private void assertNothingIsCurrent() {
    assertThat(current.origin()).isEqualTo(Origin.NONE);
    assertThat(current.attempt()).isEqualTo(1);
  }

  @Test
  void outside_of_any_handling_nothing_is_current() {
    assertNothingIsCurrent();
  }

  @Test
  void what_is_made_now_bears_the_trace_context_that_the_monitor_tells() {
    CurrentMessage traced =
        new CurrentMessage(
            new Monitor() {
              @Override
              public void on(Signal signal) {}

              @Override
              public @Nullable String traceparent(@Nullable String inherited) {
                return inherited + "-continued";
              }
            });

    traced.runWithin(
        new Origin(outer.correlationId(), outer.causationId(), "trace"),
        1,
        () ->
            assertThat(traced.origin())
                .isEqualTo(
                    new Origin(outer.correlationId(), outer.causationId(), "trace-continued")));
  }

  @Test
  void the_inner_message_is_current_until_it_ends_then_the_outer_one_again() throws Exception {
    current.callWithin(
        outer,
        3,
        () -> {
          current.callWithin(inner, 5, () -> assertThat(current.origin()).isEqualTo(inner));
          assertThat(current.origin()).isEqualTo(outer);
          assertThat(current.attempt()).isEqualTo(3);
          return "done";
        });

    assertNothingIsCurrent();
  }

  @Test
  void an_exception_restores_what_was_current() throws Exception {
    current.callWithin(
        outer,
        2,
        () -> {
          assertThatThrownBy(
                  () ->
                      current.callWithin(
                          inner,
                          1,
                          () -> {
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          assertThat(current.origin()).isEqualTo(outer);
          return "done";
        });

    assertNothingIsCurrent();
  }

  @Test
  void what_is_carried_to_another_thread_has_the_message_with_it() throws Exception {
    Origin elsewhere =
        current.callWithin(
            outer,
            3,
            () -> {
              Callable<Integer> carried = current.carry(current::attempt);
              assertThat(CompletableFuture.supplyAsync(() -> called(carried)).get()).isEqualTo(1);
              assertThat(carried.call()).isEqualTo(1);
              Callable<Origin> origin = current.carry(current::origin);
              return CompletableFuture.supplyAsync(() -> called(origin)).get();
            });

    assertThat(elsewhere).isEqualTo(outer);
    assertNothingIsCurrent();
  }

  private static <T> T called(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void another_thread_has_another_current_message() throws Exception {
    Origin elsewhere =
        current.callWithin(outer, 1, () -> CompletableFuture.supplyAsync(current::origin).get());

    assertThat(elsewhere).isEqualTo(Origin.NONE);
  }
}
