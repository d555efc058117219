package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.orchestrix.monitor.Activity;
import io.orchestrix.monitor.Activity.BatchHandling;
import io.orchestrix.monitor.Activity.DeadlineFiring;
import io.orchestrix.monitor.Activity.EventAppending;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingMonitorTest {

  private static final String ONE = "0af7651916cd43dd8448eb211c80319c";
  private static final String OTHER = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String FIRST = "00-" + ONE + "-b7ad6b7169203331-01";
  private static final String SECOND = "00-" + ONE + "-b7ad6b7169203332-01";
  private static final String FOREIGN = "00-" + OTHER + "-00f067aa0ba902b7-01";

  private final Spans spans = new Spans();
  private final Monitor monitor = TracingMonitor.of(spans.telemetry());

  private SpanData observed(Activity activity) {
    monitor.begin(activity).end(null);
    List<SpanData> all = spans.all();
    return all.get(all.size() - 1);
  }

  @Test
  void a_batch_of_one_trace_is_part_of_it_and_linked_to_every_event() {
    SpanData batch = observed(new BatchHandling("balances", 3, List.of(FIRST, SECOND)));

    assertThat(batch.getTraceId()).isEqualTo(ONE);
    assertThat(batch.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(batch.getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly("b7ad6b7169203331", "b7ad6b7169203332");
  }

  @Test
  void a_batch_of_several_traces_begins_its_own_and_is_linked_to_them() {
    SpanData batch = observed(new BatchHandling("balances", 2, List.of(FIRST, FOREIGN)));

    assertThat(batch.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(batch.getTraceId()).isNotIn(ONE, OTHER);
    assertThat(batch.getLinks())
        .extracting(link -> link.getSpanContext().getTraceId())
        .containsExactly(ONE, OTHER);
  }

  @Test
  void what_nobody_can_read_is_no_context() {
    SpanData batch = observed(new BatchHandling("balances", 1, List.of("00-nonsense")));

    assertThat(batch.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(batch.getLinks()).isEmpty();
  }

  @Test
  void work_in_the_background_is_not_part_of_what_its_thread_was_begun_by() {
    Span leaked = spans.telemetry().getTracer("server").spanBuilder("GET /").startSpan();
    Spans.during(
        leaked,
        () -> {
          assertThat(observed(new DeadlineFiring("Reminder", null)).getParentSpanId())
              .isEqualTo(SpanId.getInvalid());
          assertThat(observed(new DeadlineFiring("Reminder", FIRST)).getTraceId()).isEqualTo(ONE);
          assertThat(observed(new BatchHandling("balances", 1, List.of())).getParentSpanId())
              .isEqualTo(SpanId.getInvalid());
        });
  }

  @Test
  void a_message_stays_in_the_trace_of_its_cause_whatever_the_thread_does_meanwhile() {
    Span batch = spans.telemetry().getTracer("batch").spanBuilder("process").startSpan();
    Spans.during(
        batch,
        () -> {
          String own = monitor.traceparent(null);
          assertThat(own).contains(batch.getSpanContext().getTraceId());
          assertThat(monitor.traceparent(FIRST)).isEqualTo(FIRST);
          assertThat(monitor.traceparent("nonsense")).isEqualTo(own);
          assertThat(monitor.traceparent(own)).isEqualTo(own);

          SpanData append = observed(new EventAppending("account", 1, FIRST));
          assertThat(append.getTraceId()).isEqualTo(ONE);
          assertThat(append.getLinks())
              .extracting(link -> link.getSpanContext().getSpanId())
              .containsExactly(batch.getSpanContext().getSpanId());
        });
    assertThat(monitor.traceparent(FIRST)).isEqualTo(FIRST);
    assertThat(monitor.traceparent(null)).isNull();
  }

  @Test
  void what_is_over_is_no_more_the_span_of_the_thread() {
    observed(new EventAppending("account", 1, null));

    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void signals_are_events_of_the_span_that_they_happen_in() {
    monitor
        .begin(new EventAppending("account", 1, null))
        .get(
            () -> {
              monitor.on(new Signal.AggregateLoaded("account", 7, Duration.ofMillis(2)));
              monitor.on(new Signal.CommandRetried("Deposit", 1, Duration.ZERO));
              return true;
            });

    assertThat(spans.one("append account").getEvents())
        .extracting(event -> event.getName())
        .containsExactly("aggregate loaded", "command retried");
  }

  @Test
  void one_that_makes_no_spans_is_no_monitor() {
    assertThat(TracingMonitor.of(OpenTelemetry.noop())).isSameAs(Monitor.NONE);
    assertThat(spans.all()).isEmpty();
  }
}
