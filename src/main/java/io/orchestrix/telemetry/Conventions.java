package io.orchestrix.telemetry;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.orchestrix.OrchestrixException;
import io.orchestrix.monitor.Activity;
import io.orchestrix.monitor.Activity.BatchHandling;
import io.orchestrix.monitor.Activity.CommandHandling;
import io.orchestrix.monitor.Activity.CommandSending;
import io.orchestrix.monitor.Activity.DeadlineFiring;
import io.orchestrix.monitor.Activity.EventAppending;
import io.orchestrix.monitor.Activity.SagaWorking;
import io.orchestrix.monitor.Signal.AggregateLoaded;
import io.orchestrix.monitor.Signal.CommandRetried;
import java.util.UUID;

/** What spans are called and what they say, by the semantic conventions for messaging. */
final class Conventions {

  private static final AttributeKey<String> SYSTEM = stringKey("messaging.system");
  private static final AttributeKey<String> OPERATION = stringKey("messaging.operation.name");
  private static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
  private static final AttributeKey<String> DESTINATION = stringKey("messaging.destination.name");
  private static final AttributeKey<String> SUBSCRIPTION =
      stringKey("messaging.destination.subscription.name");
  private static final AttributeKey<String> MESSAGE = stringKey("messaging.message.id");
  private static final AttributeKey<String> CONVERSATION =
      stringKey("messaging.message.conversation_id");
  private static final AttributeKey<Long> BATCH = longKey("messaging.batch.message_count");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  private static final AttributeKey<String> EXCEPTION_TYPE = stringKey("exception.type");
  private static final AttributeKey<String> CODE = stringKey("orchestrix.error.code");
  private static final AttributeKey<Long> ATTEMPT = longKey("orchestrix.attempt");
  private static final AttributeKey<String> CATEGORY = stringKey("orchestrix.stream.category");
  private static final AttributeKey<Long> EVENTS = longKey("orchestrix.events");
  private static final AttributeKey<Long> MICROS = longKey("orchestrix.duration_us");
  private static final AttributeKey<String> SAGA = stringKey("orchestrix.saga.name");
  private static final AttributeKey<String> SAGA_WORK = stringKey("orchestrix.saga.work");
  private static final AttributeKey<String> SAGA_WORK_NAME = stringKey("orchestrix.saga.work.name");

  private static final String SEND = "send";
  private static final String PROCESS = "process";

  private Conventions() {}

  static SpanBuilder span(Tracer tracer, Activity activity) {
    if (activity instanceof CommandSending sent) {
      SpanBuilder span = message(tracer, SpanKind.PRODUCER, SEND, SEND, sent.commandType());
      return identified(span, sent.id(), sent.correlationId());
    } else if (activity instanceof CommandHandling handled) {
      SpanBuilder span =
          message(tracer, SpanKind.CONSUMER, PROCESS, PROCESS, handled.commandType());
      return identified(span, handled.id(), handled.correlationId())
          .setAttribute(ATTEMPT, handled.attempt());
    } else if (activity instanceof EventAppending appended) {
      return message(tracer, SpanKind.PRODUCER, SEND, "append", appended.category())
          .setAttribute(BATCH, appended.events());
    } else if (activity instanceof BatchHandling batch) {
      return message(tracer, SpanKind.CONSUMER, PROCESS, PROCESS, batch.subscription())
          .setAttribute(SUBSCRIPTION, batch.subscription())
          .setAttribute(BATCH, batch.events());
    } else if (activity instanceof DeadlineFiring fired) {
      return message(tracer, SpanKind.CONSUMER, PROCESS, "fire", fired.handler());
    }
    SagaWorking work = (SagaWorking) activity;
    return tracer
        .spanBuilder("%s %s %s".formatted(work.work(), work.saga(), work.name()))
        .setAttribute(SAGA, work.saga())
        .setAttribute(SAGA_WORK, work.work())
        .setAttribute(SAGA_WORK_NAME, work.name());
  }

  private static SpanBuilder message(
      Tracer tracer, SpanKind kind, String type, String operation, String destination) {
    return tracer
        .spanBuilder(operation + " " + destination)
        .setSpanKind(kind)
        .setAttribute(SYSTEM, "orchestrix")
        .setAttribute(OPERATION, operation)
        .setAttribute(OPERATION_TYPE, type)
        .setAttribute(DESTINATION, destination);
  }

  private static SpanBuilder identified(SpanBuilder span, UUID id, UUID conversation) {
    return span.setAttribute(MESSAGE, id.toString())
        .setAttribute(CONVERSATION, conversation.toString());
  }

  static Attributes attributes(AggregateLoaded loaded) {
    return Attributes.of(
        CATEGORY,
        loaded.category(),
        EVENTS,
        (long) loaded.events(),
        MICROS,
        loaded.elapsed().toNanos() / 1_000);
  }

  static Attributes attributes(CommandRetried retried) {
    return Attributes.of(ATTEMPT, (long) retried.attempt());
  }

  /** Its text is left out, as there may be values in it. */
  static void fail(Span span, Throwable failure) {
    String type = failure.getClass().getName();
    span.setAttribute(ERROR_TYPE, type);
    if (failure instanceof OrchestrixException known) {
      span.setAttribute(CODE, known.code()).setStatus(StatusCode.ERROR, known.code());
    } else {
      span.setStatus(StatusCode.ERROR);
    }
    span.addEvent("exception", Attributes.of(EXCEPTION_TYPE, type));
  }
}
