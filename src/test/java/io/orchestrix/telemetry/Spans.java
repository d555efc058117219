package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the spans that were ended. Thread-safe. */
final class Spans {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetry telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();

  OpenTelemetry telemetry() {
    return telemetry;
  }

  /** All of them, in the order of their beginning. */
  List<SpanData> all() {
    return exporter.getFinishedSpanItems().stream()
        .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
        .toList();
  }

  List<String> names() {
    return all().stream().map(SpanData::getName).toList();
  }

  Stream<SpanData> named(String name) {
    return all().stream().filter(span -> span.getName().equals(name));
  }

  /** The only one of a name. */
  SpanData one(String name) {
    List<SpanData> found = named(name).toList();
    assertThat(found).as("spans %s among %s", name, names()).hasSize(1);
    return found.get(0);
  }

  /** The name of the span that is the parent; empty if it is none of these. */
  String parentOf(SpanData span) {
    return all().stream()
        .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
        .map(SpanData::getName)
        .findFirst()
        .orElse("");
  }

  /** Does work while {@code span} is that of the thread. */
  static void during(Span span, Runnable work) {
    Context.current().with(span).wrap(work).run();
  }

  static String text(SpanData span, String attribute) {
    return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(attribute)));
  }

  static long number(SpanData span, String attribute) {
    Long found = span.getAttributes().get(AttributeKey.longKey(attribute));
    return found == null ? -1 : found;
  }
}
