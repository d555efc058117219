package io.orchestrix.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes W3C trace contexts. */
final class TraceContexts {

  private static final String HEADER = "traceparent";

  /** Takes the text itself for the headers of a request. */
  private static final TextMapGetter<String> TEXT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
          return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
          return key.equals(HEADER) ? carrier : null;
        }
      };

  private TraceContexts() {}

  /** An invalid one if {@code traceparent} is, or there is none. */
  static SpanContext parse(@Nullable String traceparent) {
    if (traceparent == null) {
      return SpanContext.getInvalid();
    }
    Context read =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TEXT);
    return Span.fromContext(read).getSpanContext();
  }

  static String format(SpanContext context) {
    return "00-%s-%s-%s"
        .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  static boolean isSameTrace(SpanContext one, SpanContext other) {
    return one.getTraceId().equals(other.getTraceId());
  }
}
