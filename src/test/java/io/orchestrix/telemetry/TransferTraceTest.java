package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.saga.SagaId;
import io.orchestrix.standalone.Orchestrix;
import io.orchestrix.telemetry.Boxes.Dusting;
import io.orchestrix.telemetry.Boxes.Move;
import io.orchestrix.telemetry.Boxes.Put;
import io.orchestrix.telemetry.Boxes.Take;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferTraceTest {

  private static final String DEBIT = "step moving take";
  private static final String CREDIT = "step moving put";
  private static final String EXPECTED_SAGA = "process saga:moving";

  private final Spans spans = new Spans();
  private final Boxes boxes = new Boxes();
  private final Orchestrix app =
      Orchestrix.inMemory()
          .monitor(TracingMonitor.of(spans.telemetry()))
          .module("boxes", boxes)
          .start();

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void a_transfer_is_one_tree_from_the_request_to_the_read_model() {
    Span request = request();
    Spans.during(
        request,
        () -> {
          app.commands().send(new Move("cup", "A", "B"));
        });
    request.end();
    await().until(() -> boxes.contents.filled.contains("cup"));
    awaitEnd("cup");

    await()
        .untilAsserted(
            () -> {
              assertThat(spans.named("process contents/1")).hasSize(2);
              assertThat(spans.named("end moving COMPLETED")).hasSize(1);
              assertThat(spans.all())
                  .allMatch(span -> !spans.parentOf(span).isEmpty() || isRequest(span));
            });
    assertThat(spans.all())
        .extracting(SpanData::getTraceId)
        .containsOnly(request.getSpanContext().getTraceId());
    assertThat(spans.parentOf(spans.one("send Move"))).isEqualTo("POST /moves");
    assertThat(spans.parentOf(spans.one("process Move"))).isEqualTo("send Move");
    assertThat(spans.parentOf(spans.one(EXPECTED_SAGA))).isEqualTo("append box");
    assertThat(spans.parentOf(spans.one(DEBIT))).isEqualTo("fire saga:moving:1");
    assertThat(spans.parentOf(spans.one("send Take"))).isEqualTo(DEBIT);
    assertThat(spans.parentOf(spans.one("send Put"))).isEqualTo(CREDIT);
    assertThat(spans.named("process contents/1"))
        .allMatch(span -> spans.parentOf(span).equals("append box"));
    assertThat(spans.named("fire saga:moving:1"))
        .allMatch(span -> spans.parentOf(span).equals(EXPECTED_SAGA));
  }

  @Test
  void spans_say_what_the_conventions_for_messaging_ask_for() {
    app.commands().send(new Put("B", "cup"));

    await().until(() -> spans.named("process contents/1").count() == 1);
    SpanData sent = spans.one("send Put");
    assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(Spans.text(sent, "messaging.system")).isEqualTo("orchestrix");
    assertThat(Spans.text(sent, "messaging.operation.name")).isEqualTo("send");
    assertThat(Spans.text(sent, "messaging.operation.type")).isEqualTo("send");
    assertThat(Spans.text(sent, "messaging.destination.name")).isEqualTo("Put");
    assertThat(Spans.text(sent, "messaging.message.conversation_id"))
        .isEqualTo(Spans.text(sent, "messaging.message.id"));
    SpanData handled = spans.one("process Put");
    assertThat(handled.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(Spans.text(handled, "messaging.operation.type")).isEqualTo("process");
    assertThat(Spans.text(handled, "messaging.message.id"))
        .isEqualTo(Spans.text(sent, "messaging.message.id"));
    assertThat(Spans.number(handled, "orchestrix.attempt")).isEqualTo(1);
    SpanData appended = spans.one("append box");
    assertThat(appended.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(Spans.number(appended, "messaging.batch.message_count")).isEqualTo(1);
    SpanData batch = spans.one("process contents/1");
    assertThat(batch.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(Spans.text(batch, "messaging.destination.subscription.name"))
        .isEqualTo("contents/1");
    assertThat(batch.getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly(appended.getSpanId());
  }

  @Test
  void events_bear_the_context_of_their_append() {
    app.commands().send(new Put("B", "cup"));

    String stored =
        app.events()
            .pageOfAll(GlobalPosition.START, EventFilter.NONE, 1)
            .get(0)
            .metadata()
            .traceparent();
    SpanData appended = spans.one("append box");
    assertThat(stored)
        .isEqualTo("00-%s-%s-01".formatted(appended.getTraceId(), appended.getSpanId()));
  }

  @Test
  void a_failure_is_there_with_its_code_and_without_its_text() {
    assertThatThrownBy(() -> app.commands().send(new Take("A", Boxes.SECRET)))
        .isInstanceOf(DomainRuleException.class)
        .hasMessageContaining(Boxes.SECRET);

    for (String name : new String[] {"send Take", "process Take"}) {
      SpanData failed = spans.one(name);
      assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(Spans.text(failed, "error.type")).isEqualTo(DomainRuleException.class.getName());
      assertThat(Spans.text(failed, "orchestrix.error.code")).startsWith("ORX-");
      assertThat(failed.getEvents()).extracting(EventData::getName).contains("exception");
    }
    assertThat(spans.all().toString()).doesNotContain(Boxes.SECRET);
  }

  @Test
  void a_command_on_another_thread_stays_in_the_trace_of_its_sender() {
    Span request = request();
    Spans.during(
        request,
        () -> {
          app.commands().sendAsync(new Put("B", "cup")).toCompletableFuture().join();
          assertThatThrownBy(
                  () ->
                      app.commands()
                          .sendAsync(new Take("A", Boxes.SECRET))
                          .toCompletableFuture()
                          .join())
              .isInstanceOf(CompletionException.class);
        });
    request.end();

    assertThat(spans.parentOf(spans.one("send Put"))).isEqualTo("POST /moves");
    assertThat(spans.parentOf(spans.one("send Take"))).isEqualTo("POST /moves");
  }

  @Test
  void what_is_scheduled_goes_on_in_the_trace_that_has_scheduled_it() {
    Span request = request();
    Spans.during(
        request,
        () -> {
          app.scheduler().schedule("d", Duration.ZERO, new Dusting("A"));
          app.commands().schedule(new Put("B", "cup"), Duration.ZERO);
        });
    request.end();

    await().until(() -> spans.names().containsAll(List.of("fire Dusting", "send Put")));
    await().until(() -> spans.named("fire scheduled-command:Put").count() == 1);
    assertThat(spans.parentOf(spans.one("fire Dusting"))).isEqualTo("POST /moves");
    assertThat(spans.parentOf(spans.one("fire scheduled-command:Put"))).isEqualTo("POST /moves");
    assertThat(spans.parentOf(spans.one("send Put"))).isEqualTo("fire scheduled-command:Put");
  }

  private Span request() {
    return spans
        .telemetry()
        .getTracer("server")
        .spanBuilder("POST /moves")
        .setSpanKind(SpanKind.SERVER)
        .startSpan();
  }

  private static boolean isRequest(SpanData span) {
    return span.getKind() == SpanKind.SERVER;
  }

  private void awaitEnd(String key) {
    await()
        .until(
            () ->
                app.sagas()
                    .find(new SagaId("moving", key))
                    .filter(found -> found.status().isEnded())
                    .isPresent());
  }
}
